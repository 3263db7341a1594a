package ai.adcio.sql;

import javax.sql.DataSource;

/** The databases that everything of this module is tested on; each call gives an empty one. */
enum Databases {
    POSTGRESQL,
    MARIADB,
    H2;

    /** An empty database; skips the test when it cannot be had. */
    DataSource get() {
        return switch (this) {
            case POSTGRESQL -> PostgresServer.schema();
            case MARIADB -> MariaDbServer.database();
            case H2 -> H2Server.database();
        };
    }

    /** An empty database with the tables of conversations and ad events. */
    DataSource migrated() {
        DataSource database = get();
        DatabaseMigrations.migrate(database);
        return database;
    }
}
