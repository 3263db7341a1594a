package ai.adcio.sql;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** jOOQ as a writer of SQL that executes nothing. */
final class QuietJooq {
    private static final String[] NOISE = {"org.jooq.no-logo", "org.jooq.no-tips"};

    private QuietJooq() {}

    /** A context without a connection; immutable and thread safe. */
    static DSLContext renderer(SQLDialect dialect) {
        return switch (dialect) {
            case POSTGRES -> Rendering.POSTGRESQL;
            case MARIADB -> Rendering.MARIADB;
            case MYSQL -> Rendering.MYSQL;
            default -> Rendering.H2;
        };
    }

    private static final class Rendering {
        static final DSLContext H2 = silently(SQLDialect.H2);
        static final DSLContext POSTGRESQL = create(SQLDialect.POSTGRES);
        static final DSLContext MARIADB = create(SQLDialect.MARIADB);
        static final DSLContext MYSQL = create(SQLDialect.MYSQL);

        private static DSLContext create(SQLDialect dialect) {
            return DSL.using(dialect, new Settings().withExecuteLogging(false));
        }

        // jOOQ logs its logo and a tip once, in a class initialiser that only system properties silence. They are
        // global, so they are set for that one moment and taken back; what the application set itself stays.
        private static DSLContext silently(SQLDialect dialect) {
            DSLContext jooq = create(dialect);
            boolean[] ours = new boolean[NOISE.length];
            for (int i = 0; i < NOISE.length; i++) {
                ours[i] = System.getProperty(NOISE[i]) == null;
                if (ours[i]) {
                    System.setProperty(NOISE[i], "true");
                }
            }
            try {
                jooq.render(DSL.name("quiet"));
            } finally {
                for (int i = 0; i < NOISE.length; i++) {
                    if (ours[i]) {
                        System.clearProperty(NOISE[i]);
                    }
                }
            }
            return jooq;
        }
    }
}
