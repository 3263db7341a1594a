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
import org.jspecify.annotations.Nullable;

/**
 * What differs between databases in how the catalogue's tables are made and asked. Text compares by its code points
 * everywhere: what is one value to a constraint was folded before it came here. Immutable and thread safe.
 */
enum Dialect {
    /** H2, embedded or not. */
    H2(SQLDialect.H2, new NumberLimits(40, 40), decfloat(), null, false),
    /** PostgreSQL 12 and newer. */
    POSTGRESQL(SQLDialect.POSTGRES, new NumberLimits(40, 40), SQLDataType.NUMERIC, "C", true),
    /** MariaDB 10.6 and newer. */
    MARIADB(SQLDialect.MARIADB, new NumberLimits(34, 30), SQLDataType.DECIMAL(65, 30), "utf8mb4_nopad_bin", false),
    /** MySQL 8. */
    MYSQL(SQLDialect.MYSQL, new NumberLimits(34, 30), SQLDataType.DECIMAL(65, 30), "utf8mb4_0900_bin", false);

    private final SQLDialect family;
    private final NumberLimits limits;
    private final DataType<BigDecimal> number;
    private final DataType<String> text;
    private final DataType<String> varchar;
    private final boolean probing;

    Dialect(
            SQLDialect family,
            NumberLimits limits,
            DataType<BigDecimal> number,
            @Nullable String collation,
            boolean probing) {
        this.family = family;
        this.limits = limits;
        this.number = number;
        this.probing = probing;
        if (collation == null) {
            this.text = SQLDataType.VARCHAR;
            this.varchar = SQLDataType.VARCHAR;
        } else {
            this.text = inUnicode(family, SQLDataType.CLOB).collation(DSL.collation(collation));
            this.varchar = inUnicode(family, SQLDataType.VARCHAR).collation(DSL.collation(collation));
        }
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

    // A database's own character set may be one that holds no Korean; PostgreSQL has one per database.
    private static DataType<String> inUnicode(SQLDialect family, DataType<String> type) {
        return family == SQLDialect.POSTGRES ? type : type.characterSet(DSL.characterSet("utf8mb4"));
    }

    // Decimal floating point holds every amount exactly, whatever its number of decimals.
    private static DataType<BigDecimal> decfloat() {
        return SQLDataType.DECFLOAT.asConvertedDataType(Converter.ofNullable(
                Decfloat.class, BigDecimal.class, d -> new BigDecimal(d.data()), n -> Decfloat.decfloat(n.toString())));
    }

    /** A context that renders this dialect's SQL and executes nothing. */
    DSLContext jooq() {
        return QuietJooq.renderer(family);
    }

    /** The type of every number. */
    DataType<BigDecimal> number() {
        return number;
    }

    /** How many digits the type of numbers keeps. */
    NumberLimits limits() {
        return limits;
    }

    /** The type of texts of any length. */
    DataType<String> text() {
        return text;
    }

    /** The type of texts that an index can hold whole; H2's indexes hold any. */
    DataType<String> key(int length) {
        return this == H2 ? varchar : varchar.length(length);
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
        return probing;
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
