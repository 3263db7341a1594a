package ai.adcio.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The true command {@code adcio index} in a JVM of its own, which can be killed. */
final class IndexerProcess {
    private static final long LONGEST_SECONDS = 60;
    private static final long LOOK_MILLIS = 2;

    private final Path checkpoints;
    private final Path log;
    private final Process process;

    IndexerProcess(Path checkpoints, Path log, List<String> arguments) {
        this.checkpoints = checkpoints;
        this.log = log;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "index",
                "--checkpoints",
                checkpoints.toString()));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        // Logins of whoever runs the tests are for other engines.
        builder.environment().keySet().removeIf(name -> name.startsWith("ADCIO_"));
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Kills it a moment after it has written down its progress a number of times.
     *
     * @return false when it ended by itself before
     */
    boolean killAfter(int writes, long millis) throws InterruptedException {
        byte[] before = checkpoint();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        for (int left = writes; left > 0; ) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (System.nanoTime() > end) {
                throw kill("wrote down nothing new");
            }
            byte[] now = checkpoint();
            if (!Arrays.equals(before, now)) {
                before = now;
                left--;
            }
        }
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            return false;
        }
        process.destroyForcibly().waitFor();
        return true;
    }

    /** Waits for its end. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            throw kill("did not end");
        }
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AssertionError kill(String what) throws InterruptedException {
        process.destroyForcibly().waitFor();
        return new AssertionError("the indexer " + what + " in " + LONGEST_SECONDS + " s: " + said());
    }

    private byte[] checkpoint() {
        try {
            return Files.readAllBytes(checkpoints.resolve("checkpoint.json"));
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
