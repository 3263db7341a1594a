package ai.adcio.sql;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;

/** The MariaDB of this machine, started once for this module's tests in a folder of its own; skipped where there is none. */
final class MariaDbServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Duration START = Duration.ofSeconds(60);

    private MariaDbServer() {}

    private record Started(int port, String whyNot) {}

    private static final class Server {
        static final Started STARTED = start();

        private static Started start() {
            Path binary = find("mariadbd");
            Path installer = find("mariadb-install-db");
            if (binary == null || installer == null) {
                return new Started(0, "there is no mariadbd on the path or in /usr/sbin");
            }
            try {
                return start(binary, installer);
            } catch (IOException e) {
                return new Started(0, String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Started(0, "interrupted while it started");
            }
        }

        private static Started start(Path binary, Path installer) throws IOException, InterruptedException {
            Path folder = Files.createTempDirectory("adcio-mariadb");
            Path data = folder.resolve("data");
            List<String> install = new ArrayList<>(List.of(
                    installer.toString(),
                    "--no-defaults",
                    "--datadir=" + data,
                    "--skip-test-db",
                    "--auth-root-authentication-method=normal"));
            // Nothing but a temporary folder is served, and the server refuses root unless it is told.
            String user = "--user=" + System.getProperty("user.name");
            install.add(user);
            File log = folder.resolve("log").toFile();
            Process installing = new ProcessBuilder(install)
                    .redirectErrorStream(true)
                    .redirectOutput(log)
                    .start();
            if (!installing.waitFor(START.toSeconds(), TimeUnit.SECONDS) || installing.exitValue() != 0) {
                return new Started(0, "mariadb-install-db failed; see " + log);
            }
            int port;
            try (ServerSocket free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
            Process server = new ProcessBuilder(
                            binary.toString(),
                            "--no-defaults",
                            "--datadir=" + data,
                            "--socket=" + folder.resolve("socket"),
                            "--pid-file=" + folder.resolve("pid"),
                            "--bind-address=127.0.0.1",
                            "--port=" + port,
                            // What is in doubt is the text of columns, and so the server's own is another one.
                            "--character-set-server=latin1",
                            "--innodb-flush-log-at-trx-commit=0",
                            user)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder)));
            long deadline = System.nanoTime() + START.toNanos();
            while (System.nanoTime() < deadline && server.isAlive()) {
                try (Connection connection = source(port, "", "root").getConnection()) {
                    if (connection.isValid(1)) {
                        return new Started(port, "");
                    }
                } catch (SQLException e) {
                    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                }
            }
            return new Started(0, "mariadbd did not start; see " + log);
        }

        private static void stop(Process server, Path folder) {
            server.destroy();
            try {
                if (!server.waitFor(10, TimeUnit.SECONDS)) {
                    server.destroyForcibly();
                }
                try (Stream<Path> files = Files.walk(folder)) {
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private static @Nullable Path find(String program) {
            List<String> folders = new ArrayList<>(List.of(System.getenv("PATH").split(File.pathSeparator)));
            folders.add("/usr/sbin");
            return folders.stream()
                    .map(folder -> Path.of(folder, program))
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** An empty database of its own, with a user who may do everything. */
    static DataSource database() {
        String database = "d" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + database);
        return in(database, "root");
    }

    static DataSource in(String database, String user) {
        return source(port(), database, user);
    }

    static void execute(String... statements) {
        try (Connection connection = source(port(), "", "root").getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static int port() {
        Started started = Server.STARTED;
        Assumptions.assumeTrue(
                started.port() != 0,
                () -> "MariaDB cannot start here (" + started.whyNot() + "); install the package mariadb-server");
        return started.port();
    }

    private static DataSource source(int port, String database, String user) {
        try {
            return new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=" + user
                    + "&sslMode=disable&connectTimeout=5000");
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
