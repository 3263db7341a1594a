package ai.adcio.catalog.feed;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Paths of categories as feeds write them: {@code Home > Kitchen > Mugs}. */
final class CategoryPath {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private CategoryPath() {}

    /** The categories from the broadest to the narrowest; none when the text is a number of Google's taxonomy. */
    static List<String> read(String text) {
        if (NUMBER.matcher(text).matches()) {
            return List.of();
        }
        return Arrays.stream(text.replace("&gt;", ">").split(">", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
