package ai.adcio.sql;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** A jOOQ that renders H2's SQL and executes nothing. */
final class QuietJooq {
    private static final String[] NOISE = {"org.jooq.no-logo", "org.jooq.no-tips"};

    private QuietJooq() {}

    /** A context without a connection; immutable and thread safe. */
    static DSLContext renderer() {
        return Rendering.CONTEXT;
    }

    private static final class Rendering {
        static final DSLContext CONTEXT = create();

        // jOOQ logs its logo and a tip once, in a class initialiser that only system properties silence. They are
        // global, so they are set for that one moment and taken back; what the application set itself stays.
        private static DSLContext create() {
            DSLContext jooq = DSL.using(SQLDialect.H2, new Settings().withExecuteLogging(false));
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
