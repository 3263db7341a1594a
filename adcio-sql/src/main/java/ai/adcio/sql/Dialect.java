package ai.adcio.sql;

import ai.adcio.AdcioException;
import java.math.BigDecimal;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Decfloat;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What differs between databases in how the catalogue's tables are made and asked. Text compares by its code points
 * everywhere: what is one value to a constraint was folded before it came here. Immutable and thread safe.
 */
enum Dialect {
    /** H2, embedded or not. */
    H2(SQLDialect.H2, ""),
    /** PostgreSQL 12 and newer. */
    POSTGRESQL(SQLDialect.POSTGRES, "C"),
    /** MariaDB 10.6 and newer. */
    MARIADB(SQLDialect.MARIADB, "utf8mb4_nopad_bin"),
    /** MySQL 8. */
    MYSQL(SQLDialect.MYSQL, "utf8mb4_0900_bin");

    private final SQLDialect family;
    private final String collation;

    Dialect(SQLDialect family, String collation) {
        this.family = family;
        this.collation = collation;
    }

    private static final class Numbers {
        static final NumberLimits FORTY = new NumberLimits(40, 40);
        // All that DECIMAL has, one digit left for the number that stands for those beyond.
        static final NumberLimits OF_DECIMAL = new NumberLimits(34, 30);
        static final DataType<BigDecimal> DECIMAL = SQLDataType.DECIMAL(65, 30);
        // Decimal floating point holds every amount exactly, whatever its number of decimals.
        static final DataType<BigDecimal> DECFLOAT = SQLDataType.DECFLOAT.asConvertedDataType(Converter.ofNullable(
                Decfloat.class, BigDecimal.class, d -> new BigDecimal(d.data()), n -> Decfloat.decfloat(n.toString())));

        private Numbers() {}
    }

    /**
     * The dialect of a database that is connected to.
     *
     * @throws ai.adcio.AdcioException when it is none of these
     */
    static Dialect of(DatabaseMetaData database) throws SQLException {
        String product = database.getDatabaseProductName();
        // MySQL's own driver tells MariaDB by the version only.
        if (product.equals("MariaDB") || database.getDatabaseProductVersion().contains("MariaDB")) {
            return MARIADB;
        }
        return switch (product) {
            case "PostgreSQL" -> POSTGRESQL;
            case "MySQL" -> MYSQL;
            case "H2" -> H2;
            default ->
                throw new AdcioException(
                        "the database is " + product + "; connect to PostgreSQL, MariaDB, MySQL or H2");
        };
    }

    /** A context that renders this dialect's SQL and executes nothing. */
    DSLContext jooq() {
        return QuietJooq.renderer(family);
    }

    /** The type of every number. */
    DataType<BigDecimal> number() {
        return switch (this) {
            case H2 -> Numbers.DECFLOAT;
            case POSTGRESQL -> SQLDataType.NUMERIC;
            case MARIADB, MYSQL -> Numbers.DECIMAL;
        };
    }

    /** How many digits the type of numbers keeps. */
    NumberLimits limits() {
        return switch (this) {
            case H2, POSTGRESQL -> Numbers.FORTY;
            case MARIADB, MYSQL -> Numbers.OF_DECIMAL;
        };
    }

    /** The type of texts of any length. */
    DataType<String> text() {
        return this == H2 ? SQLDataType.VARCHAR : collated(SQLDataType.CLOB);
    }

    /** The type of texts that an index can hold whole; H2's indexes hold any. */
    DataType<String> key(int length) {
        return this == H2 ? SQLDataType.VARCHAR : collated(SQLDataType.VARCHAR(length));
    }

    // A database's own character set may be one that holds no Korean; PostgreSQL has one per database.
    private DataType<String> collated(DataType<String> type) {
        DataType<String> inUnicode = this == POSTGRESQL ? type : type.characterSet(DSL.characterSet("utf8mb4"));
        return inUnicode.collation(DSL.collation(collation));
    }

    /** Whether long texts cannot be indexed, so that a column of their heads is. */
    boolean indexesHeads() {
        return this != H2;
    }

    /**
     * Whether rows are looked for product by product: PostgreSQL picks the better of that and of one pass, but has no
     * good way to say that a product is in none of very many rows. H2 and MariaDB keep the rows of one pass.
     */
    boolean probesRows() {
        return this == POSTGRESQL;
    }

    /** The statement that has the database count a table's values anew, for its choice of plans. */
    String analyze(String table) {
        return switch (this) {
            case H2 -> "ANALYZE TABLE \"" + table + '"';
            case POSTGRESQL -> "ANALYZE \"" + table + '"';
            case MARIADB, MYSQL -> "ANALYZE TABLE `" + table + '`';
        };
    }

    /** The form in which a text is stored. */
    String stored(String value) {
        return this == H2 ? value : StorableText.encode(value);
    }

    /** The text that was {@linkplain #stored stored}. */
    String read(String stored) {
        return this == H2 ? stored : StorableText.decode(stored);
    }
}
