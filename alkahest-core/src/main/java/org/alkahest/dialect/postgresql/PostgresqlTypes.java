package org.alkahest.dialect.postgresql;

import org.alkahest.sql.FromItem;
import org.alkahest.sql.TableHint;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.VendorType;

/**
 * PostgreSQL's types for which Java has no class: as text, as the server writes it, and object identifiers as numbers
 * (docs/18/datatype.html). Other databases refuse them (ALK-1210). The text that comes back is the server's spelling:
 * {@code 2001:DB8::0} is {@code 2001:db8::}. Ranges are in {@link Ranges}, tsvector in {@link FullText}.
 */
public final class PostgresqlTypes {
    /** The address of a host, perhaps with its network: {@code 192.168.0.1/24}. */
    public static final SqlType<String> INET = text("INET");
    /** The address of a network: {@code 192.168.0.0/24}. */
    public static final SqlType<String> CIDR = text("CIDR");
    /** {@code 08:00:2b:01:02:03}. */
    public static final SqlType<String> MACADDR = text("MACADDR");
    /** {@code 08:00:2b:01:02:03:04:05}. */
    public static final SqlType<String> MACADDR8 = text("MACADDR8");
    /** An amount of the currency and in the spelling of the database's {@code lc_monetary}: {@code $1,234.50}. */
    public static final SqlType<String> MONEY = text("MONEY");
    /** Text that is compared without regard to case; a type of the extension citext. */
    public static final SqlType<String> CITEXT =
            SqlTypes.TEXT.withVendor(VendorType.cast(PostgresqlDialect.VENDOR, "CITEXT"));
    /** A path of the language SQL/JSON. */
    public static final SqlType<String> JSONPATH = text("JSONPATH");
    /** The name of a table, view, index or sequence that exists, found by the search path. */
    public static final SqlType<String> REGCLASS = text("REGCLASS");
    /** The number of an object in the catalogue, without a sign. */
    public static final SqlType<Long> OID =
            SqlTypes.BIGINT.withVendor(VendorType.cast(PostgresqlDialect.VENDOR, "OID"));
    /** JSON as it was written: blanks, order of keys and spelling of numbers are kept. */
    public static final SqlType<String> JSON_TEXT = text("JSON");

    private PostgresqlTypes() {}

    /** Exactly so many bits, as digits 0 and 1: {@code 101}. Errors with ALK-1446 for none. */
    public static SqlType<String> bit(int bits) {
        return bits("BIT", bits);
    }

    /** At most so many bits, as digits 0 and 1. Errors with ALK-1446 for none. */
    public static SqlType<String> varbit(int bits) {
        return bits("VARBIT", bits);
    }

    /** {@code FROM ONLY table}, without the rows of tables that inherit from it; for {@code select(…).hint(…)}. */
    public static TableHint only(FromItem table) {
        return new TableHint(table, PostgresqlDialect.VENDOR.dialects(), TableHint.Place.BEFORE, "ONLY");
    }

    private static SqlType<String> bits(String name, int bits) {
        if (bits < 1) {
            throw new AlkahestArgumentException(
                    "ALK-1446", "Cannot make " + name + "(" + bits + "): it takes 1 or more. Give a positive number.");
        }
        return text(name + "(" + bits + ")");
    }

    private static SqlType<String> text(String name) {
        return SqlTypes.vendor(VendorType.cast(PostgresqlDialect.VENDOR, name));
    }
}
