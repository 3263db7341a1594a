package ai.adcio.sql;

import ai.adcio.AdcioException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;

/**
 * What a database's failure means, in words of our own: a driver's message can hold a value, a statement, or an address
 * with its password.
 */
final class DatabaseErrors {
    // H2's driver says it in a class that says "late" too.
    private static final int H2_LOCK_TIMEOUT = 50200;
    // What H2 fails with inside when a table goes while a transaction takes its view of all tables.
    private static final int H2_GENERAL_ERROR = 50000;

    private DatabaseErrors() {}

    /** Why a statement failed and what to do, in one line. */
    static String cause(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (e instanceof Stopped) {
            return String.valueOf(e.getMessage());
        }
        if (isRefusedUser(state, e.getErrorCode())) {
            return "the database refuses the user or the password; check both";
        }
        if (isMissingTable(e)) {
            return "a table is not there; fill or migrate the database first, and let the user read it";
        }
        if (isForbidden(state, e.getErrorCode())) {
            return "the database user may not do this; grant the right or use another user";
        }
        if (state.startsWith("3D") || e.getErrorCode() == MysqlError.UNKNOWN_DATABASE) {
            return "the server has no such database; create it or name another one";
        }
        if (e.getErrorCode() == H2_LOCK_TIMEOUT) {
            return "the database was locked for too long";
        }
        if (e instanceof SQLTimeoutException || isStopped(state, e.getErrorCode())) {
            return "stopped at the deadline";
        }
        if (e instanceof SQLTransientConnectionException || isBroken(e)) {
            return "the database cannot be reached, or no connection came free in time";
        }
        return "the database reports error " + e.getErrorCode() + ", SQLSTATE " + (state.isEmpty() ? "unknown" : state);
    }

    /** An exception that says what could not be done and why. */
    static AdcioException failure(String what, SQLException e) {
        return new AdcioException(what + ": " + cause(e), withoutText(e));
    }

    /** The failure with its place and its codes, and nothing that a driver wrote. */
    private static SQLException withoutText(SQLException e) {
        SQLException bare = new SQLException(e.getClass().getSimpleName(), e.getSQLState(), e.getErrorCode());
        bare.setStackTrace(e.getStackTrace());
        return bare;
    }

    /** Whether a table that was there is gone, or changed under a reader. */
    static boolean isMissingTable(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.equals("42P01") || state.startsWith("42S0") || e.getErrorCode() == MysqlError.TABLE_CHANGED;
    }

    /** Whether a generation may have been replaced between the look at which it is and the question to it. */
    static boolean isReplaced(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return isMissingTable(e)
                || state.equals("42S22")
                || state.equals("42703")
                || e.getErrorCode() == H2_GENERAL_ERROR;
    }

    /** Whether the connection is of no use any longer: it was cut, or the server goes down. */
    static boolean isBroken(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.startsWith("08") || state.startsWith("57P");
    }

    /** Whether a row with the same key is there already. */
    static boolean isDuplicate(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("23");
    }

    /** Whether the same transaction may well succeed when it is run again. */
    static boolean isTransient(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("40") || e.getErrorCode() == MysqlError.LOCK_TIMEOUT;
    }

    private static boolean isRefusedUser(String state, int code) {
        return state.startsWith("28") || code == MysqlError.ACCESS_DENIED;
    }

    private static boolean isForbidden(String state, int code) {
        return state.equals("42501")
                || state.equals("25006")
                || state.equals("90096")
                || code == MysqlError.COMMAND_DENIED
                || code == MysqlError.DATABASE_DENIED;
    }

    private static boolean isStopped(String state, int code) {
        return state.equals("57014")
                || code == MysqlError.INTERRUPTED
                || code == MysqlError.STATEMENT_TIME
                || code == MysqlError.MYSQL_STATEMENT_TIME;
    }

    /** A call that we ended or refused ourselves; the message is ours. */
    static final class Stopped extends SQLException {
        private static final long serialVersionUID = 1L;

        Stopped(String message) {
            super(message);
        }
    }

    /** Numbers by which MariaDB and MySQL name what went wrong. */
    private static final class MysqlError {
        static final int DATABASE_DENIED = 1044;
        static final int ACCESS_DENIED = 1045;
        static final int UNKNOWN_DATABASE = 1049;
        static final int COMMAND_DENIED = 1142;
        static final int LOCK_TIMEOUT = 1205;
        static final int INTERRUPTED = 1317;
        static final int TABLE_CHANGED = 1412;
        static final int STATEMENT_TIME = 1969;
        static final int MYSQL_STATEMENT_TIME = 3024;

        private MysqlError() {}
    }
}
