package ai.adcio.cli.eval;

import ai.adcio.AdcioException;
import ai.adcio.cli.EngineOptions;
import ai.adcio.cli.OneLine;
import ai.adcio.retrieval.ArmTraits;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database that nobody else uses. */
final class TestedPostgres implements TestedEngine {
    private static final Pattern URL = Pattern.compile("jdbc:postgresql://([^/:?]+)(?::(\\d+))?(/[^?]*)?(\\?.*)?");
    private static final String PLAIN_PORT = "5432";
    private static final String NO_SUCH_TABLE = "42P01";

    private final String url;
    private final String proxiedUrl;
    private final Toxiproxy.Door door;

    TestedPostgres(String url, Toxiproxy proxy) {
        Matcher parts = URL.matcher(url);
        if (!parts.matches()) {
            throw new AdcioException(
                    "--jdbc names no PostgreSQL on one host; write jdbc:postgresql://HOST:PORT/DATABASE");
        }
        String port = parts.group(2) == null ? PLAIN_PORT : parts.group(2);
        this.url = url;
        this.door = proxy.open("adcio-faults-postgresql", parts.group(1) + ":" + port);
        this.proxiedUrl = "jdbc:postgresql://" + door.address() + text(parts.group(3)) + text(parts.group(4));
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public String arm() {
        return ArmTraits.SQL;
    }

    @Override
    public EngineOptions proxied(String shop) {
        return EngineOptions.of(null, null, null, proxiedUrl, shop);
    }

    @Override
    public EngineOptions direct(String shop) {
        return EngineOptions.of(null, null, null, url, shop);
    }

    @Override
    public List<Toxiproxy.Door> doors() {
        return List.of(door);
    }

    @Override
    public List<WrongAnswer> wrongAnswers() {
        return List.of(
                new WrongAnswer("garbage bytes", door, WrongBytes.garbage(), false),
                new WrongAnswer("half a message", door, WrongBytes.halfPostgres(), false));
    }

    @Override
    public void remove(String shop) {
        drop(shop);
        for (String statement : List.of(
                "DELETE FROM adcio_shop WHERE shop = ?",
                "DELETE FROM adcio_field WHERE generation IN (SELECT number FROM adcio_generation WHERE shop = ?)",
                "DELETE FROM adcio_generation WHERE shop = ?")) {
            update(statement, shop);
        }
    }

    @Override
    public void drop(String shop) {
        for (String number : numbers(shop)) {
            for (String table : query(
                    "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
                            + " AND starts_with(tablename, ?)",
                    "adcio_" + number + "_")) {
                run("DROP TABLE " + table + " CASCADE");
            }
        }
    }

    @Override
    public void misshape(String shop) {
        for (String number : numbers(shop)) {
            run("ALTER TABLE adcio_" + number + "_product RENAME COLUMN from_version TO other");
        }
    }

    /** As after a move to a standby: sessions break, and new ones may only read. */
    @Override
    public void readOnly(String shop, boolean on) {
        String database = query("SELECT quote_ident(current_database()) WHERE ? <> ''", shop)
                .getFirst();
        run("ALTER DATABASE " + database
                + (on ? " SET default_transaction_read_only = on" : " RESET default_transaction_read_only"));
        query(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND ? <> ''",
                shop);
    }

    @Override
    public Set<String> held(String shop) {
        Set<String> ids = new HashSet<>();
        for (String number : query(
                "SELECT g.number FROM adcio_shop s JOIN adcio_generation g"
                        + " ON g.shop = s.shop AND g.generation = s.generation WHERE s.shop = ?",
                shop)) {
            ids.addAll(query(
                    "SELECT p.id FROM adcio_" + number + "_product p JOIN adcio_generation g ON g.number = " + number
                            + " WHERE p.from_version <= g.visible AND p.to_version > g.visible AND ? <> ''",
                    shop));
        }
        return ids;
    }

    private List<String> numbers(String shop) {
        return query("SELECT number FROM adcio_generation WHERE shop = ?", shop);
    }

    private Connection connect() throws SQLException {
        Properties login = new Properties();
        String user = System.getenv("ADCIO_JDBC_USER");
        String password = System.getenv("ADCIO_JDBC_PASSWORD");
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        Connection connection = DriverManager.getConnection(url, login);
        // It is the one that ends the state of being read-only.
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE");
        }
        return connection;
    }

    /** The first column of a query with one parameter; nothing where there are no tables yet. */
    private List<String> query(String sql, String parameter) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            List<String> values = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
            return values;
        } catch (SQLException e) {
            if (NO_SUCH_TABLE.equals(e.getSQLState())) {
                return List.of();
            }
            throw failure(e);
        }
    }

    private void update(String sql, String parameter) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, parameter);
            statement.executeUpdate();
        } catch (SQLException e) {
            if (!NO_SUCH_TABLE.equals(e.getSQLState())) {
                throw failure(e);
            }
        }
    }

    private void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static AdcioException failure(SQLException e) {
        return new AdcioException("the database could not be set up for the faults: " + OneLine.of(e), e);
    }
}
