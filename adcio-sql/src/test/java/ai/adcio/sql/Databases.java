package ai.adcio.sql;

import java.util.function.Supplier;
import javax.sql.DataSource;

/** The databases that everything of this module is tested on; each call gives an empty one. */
enum Databases implements Supplier<DataSource> {
    POSTGRESQL(PostgresServer::schema),
    MARIADB(MariaDbServer::database),
    H2(H2Server::database);

    private final Supplier<DataSource> fresh;

    Databases(Supplier<DataSource> fresh) {
        this.fresh = fresh;
    }

    @Override
    public DataSource get() {
        return fresh.get();
    }

    /** An empty database with the tables of conversations and ad events. */
    DataSource migrated() {
        DataSource database = get();
        DatabaseMigrations.migrate(database);
        return database;
    }
}
