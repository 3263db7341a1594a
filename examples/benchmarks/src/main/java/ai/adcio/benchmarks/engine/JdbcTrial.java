package ai.adcio.benchmarks.engine;

import ai.adcio.AdcioException;
import ai.adcio.catalog.Product;
import ai.adcio.sql.DatabaseRetriever;
import ai.adcio.sql.JdbcSink;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The SQL arm and its sink beside plain JDBC, both over one pool of connections. */
final class JdbcTrial implements EngineTrial {
    private static final int CONNECTIONS = 8;
    private static final String SEARCHED = "searched";

    private final Shop shop;
    private final ShopQuestions questions;
    private final List<Product> filled;
    private final HikariDataSource pool;
    private final String name;
    private final DatabaseRetriever arm;
    private final BareJdbc bare;

    /** Fills the shop, and takes down what sink and arm send. */
    JdbcTrial(EngineAddresses addresses, String url, Shop shop, ShopQuestions questions, List<Product> filled)
            throws Exception {
        this.shop = shop;
        this.questions = questions;
        this.filled = filled;
        this.pool = pool(addresses, url);
        try (Connection connection = pool.getConnection()) {
            this.name = connection.getMetaData().getDatabaseProductName();
        }
        RecordingSource recording = new RecordingSource(pool);
        try (JdbcSink sink = JdbcSink.open(recording.dataSource(), Shop.NAME)) {
            this.bare = new BareJdbc(pool, Shop.NAME);
            bare.removeAll();
            sink.begin(SEARCHED, shop.snapshot().capabilities());
            Shop.write(sink, SEARCHED, filled);
            bare.takeFilling(recording);
            shop.finish(sink, SEARCHED, filled.size());
        }
        this.arm = DatabaseRetriever.of(pool, Shop.NAME);
        Searching recorded = questions.through(DatabaseRetriever.of(recording.dataSource(), Shop.NAME));
        List<BareJdbc.Asked> asked = new ArrayList<>();
        for (int question = 0; question < questions.size(); question++) {
            // What the arm finds out at its first question it does not ask again.
            recorded.search(question);
            recording.taken();
            recorded.search(question);
            asked.add(new BareJdbc.Asked(recording.taken(), arm.explain(questions.request(question))));
        }
        bare.takeSearches(asked);
    }

    private static HikariDataSource pool(EngineAddresses addresses, String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(addresses.jdbcUser());
        config.setPassword(addresses.jdbcPassword());
        config.setMaximumPoolSize(CONNECTIONS);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException e) {
            // Not as a cause: the pool repeats the URL, and some write a password into that.
            throw new AdcioException("--jdbc names no database that can be reached; write"
                    + " jdbc:postgresql://HOST/DATABASE and set ADCIO_JDBC_USER and ADCIO_JDBC_PASSWORD");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int questions() {
        return questions.size();
    }

    @Override
    public Searching arm() {
        return questions.through(arm);
    }

    @Override
    public Searching bareSearch() {
        return bare::search;
    }

    @Override
    public Searching careless() {
        return bare::searchWithoutTransaction;
    }

    @Override
    public Filling sink() {
        return new SinkFilling(JdbcSink.open(pool, Shop.NAME), shop, filled, () -> bare.remove(SinkFilling.GENERATION));
    }

    @Override
    public Filling bareFilling() {
        return bare.filling();
    }

    @Override
    public void close() {
        try (pool) {
            arm.close();
            bare.removeAll();
        } catch (SQLException e) {
            throw new AdcioException("the shop " + Shop.NAME + " stays behind in the database", e);
        }
    }
}
