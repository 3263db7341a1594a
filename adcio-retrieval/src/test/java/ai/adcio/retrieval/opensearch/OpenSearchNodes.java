package ai.adcio.retrieval.opensearch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;

/**
 * True OpenSearch nodes in a JVM of their own, whose class path Maven has written down. One node of each release with the
 * Korean analyser is shared by all tests and ends with them; {@code ADCIO_OPENSEARCH} and {@code ADCIO_OPENSEARCH_2} name
 * others to use instead.
 */
final class OpenSearchNodes implements AutoCloseable {
    private static final Path SOURCES = Path.of("src/test/opensearch-node");
    private static final String READY = "READY ";
    private static final String STOPPED = "STOPPED";
    private static final long START_SECONDS = 90;
    private static final Map<Release, String> SHARED = new EnumMap<>(Release.class);

    private final Process process;
    private final Path data;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final List<String> urls;

    /** The releases that are tested, the newest one of a line that Maven Central has a node of. */
    enum Release {
        TWO("ADCIO_OPENSEARCH_2", "opensearch-2-node"),
        THREE("ADCIO_OPENSEARCH", "opensearch-node");

        private final String variable;
        private final Path classes;
        private final Path classPath;

        Release(String variable, String name) {
            this.variable = variable;
            this.classes = Path.of("target", name);
            this.classPath = Path.of("target", name + ".classpath");
        }
    }

    private OpenSearchNodes(Release release, int count, boolean nori) throws IOException, InterruptedException {
        this.data = Files.createTempDirectory("adcio-opensearch");
        String classPath = Files.readString(release.classPath);
        compile(classPath, release.classes);
        this.process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + (count > 1 ? "1200m" : "700m"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        release.classes.toAbsolutePath() + System.getProperty("path.separator") + classPath,
                        "Node",
                        data.toString(),
                        String.valueOf(count),
                        String.valueOf(nori))
                .redirectErrorStream(true)
                .start();
        Thread.ofPlatform().daemon().name("opensearch-node").start(this::listen);
        String ready = await(READY);
        this.urls = List.of(
                ready.substring(ready.indexOf(READY) + READY.length()).strip().split(" "));
    }

    /** The address of the shared node of OpenSearch 3; skips the test where none can be had. */
    static String url() {
        return url(Release.THREE);
    }

    /** The address of the shared node of a release; skips the test where none can be had. */
    static synchronized String url(Release release) {
        String given = System.getenv(release.variable);
        if (given != null && !given.isBlank()) {
            return given;
        }
        return SHARED.computeIfAbsent(release, missing -> {
            OpenSearchNodes nodes = start(missing, 1, true);
            Runtime.getRuntime().addShutdownHook(new Thread(nodes::close));
            return nodes.urls().getFirst();
        });
    }

    /** Starts nodes of OpenSearch 3; skips the test where they cannot be had. */
    static OpenSearchNodes start(int count, boolean nori) {
        return start(Release.THREE, count, nori);
    }

    private static OpenSearchNodes start(Release release, int count, boolean nori) {
        Assumptions.assumeTrue(
                Files.isReadable(release.classPath) && ToolProvider.getSystemJavaCompiler() != null,
                "no OpenSearch node: run the tests by Maven on a JDK, as `mvn -pl adcio-retrieval -am verify`, or set "
                        + release.variable + " to the address of one");
        try {
            return new OpenSearchNodes(release, count, nori);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> urls() {
        return urls;
    }

    /** Stops one node, from 0, and returns when it is gone. */
    void stop(int node) throws IOException, InterruptedException {
        Writer orders = process.outputWriter(StandardCharsets.UTF_8);
        orders.write("stop " + node + "\n");
        orders.flush();
        await(STOPPED);
    }

    private static synchronized void compile(String classPath, Path classes) throws IOException {
        Files.createDirectories(classes);
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-nowarn", "-cp", classPath, "-d", classes.toString()));
        try (Stream<Path> sources = Files.list(SOURCES)) {
            sources.map(Path::toString).forEach(arguments::add);
        }
        int result = compiler.run(
                null,
                new java.io.ByteArrayOutputStream(),
                new java.io.ByteArrayOutputStream(),
                arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalStateException("the node in " + SOURCES + " does not compile");
        }
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException e) {
            said.add("the node is gone: " + e);
        }
    }

    private String await(String word) throws InterruptedException {
        List<String> before = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end) {
            String line = said.poll(1, TimeUnit.SECONDS);
            if (line != null && line.contains(word)) {
                return line;
            }
            if (line != null) {
                before.add(line);
            } else if (!process.isAlive()) {
                break;
            }
        }
        close();
        throw new IllegalStateException("the OpenSearch node did not say " + word.strip() + ":\n"
                + String.join("\n", before.subList(Math.max(0, before.size() - 40), before.size())));
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // What is left lies in the folder for temporary files.
            data.toFile().deleteOnExit();
        }
    }
}
