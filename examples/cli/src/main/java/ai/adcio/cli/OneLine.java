package ai.adcio.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.regex.Pattern;

/** An exception in one line for a person. */
public final class OneLine {
    private static final int LONGEST = 300;
    // What Jackson says to whoever configures it: where its source is, and which of its settings would help.
    private static final Pattern FOR_PROGRAMMERS = Pattern.compile(
            "\\s*\\((?:start marker |for [^()]* )?(?:at |starting at )?\\[Source:.*|\\s*\\(from `[^`]*`\\)");

    private OneLine() {}

    /** What went wrong, without line breaks or anything that would steer a terminal, not longer than two lines of one. */
    public static String of(Throwable e) {
        String text = said(e).lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse(e.getClass().getSimpleName());
        String harmless = TextTable.harmless(text);
        return harmless.length() <= LONGEST ? harmless : harmless.substring(0, LONGEST) + "…";
    }

    private static String said(Throwable e) {
        return switch (e) {
            // These say nothing but the name of the file.
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case AccessDeniedException denied -> "no permission for " + denied.getFile();
            case NotDirectoryException file -> file.getFile() + " is no folder";
            case FileSystemException other when other.getReason() == null -> other.getFile() + " cannot be used";
            case StreamConstraintsException ignored -> "it is nested too deeply or has too long a value";
            case JsonProcessingException json ->
                FOR_PROGRAMMERS.matcher(json.getOriginalMessage()).replaceAll("");
            default -> String.valueOf(e.getMessage() == null ? "" : e.getMessage());
        };
    }
}
