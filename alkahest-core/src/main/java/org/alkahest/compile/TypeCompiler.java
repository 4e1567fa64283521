package org.alkahest.compile;

import java.util.Objects;
import java.util.stream.Collectors;
import org.alkahest.type.EnumType;
import org.alkahest.type.ExtensionPoint;
import org.alkahest.type.SqlType;
import org.alkahest.type.VendorType;

/** The SQL names of types; the base says what the standard says (SQL:2023 part 2, 6.1). Stateless. */
@ExtensionPoint("dialects override the types that they name differently")
public class TypeCompiler {
    /** The standard's names. */
    public TypeCompiler() {}

    /** The type as a column definition names it. */
    public String columnType(SqlType<?> type) {
        VendorType vendor = type.vendor();
        return vendor == null ? sharedType(type) : vendor.name();
    }

    private String sharedType(SqlType<?> type) {
        return switch (type.name()) {
            case BOOLEAN -> booleanType();
            case SMALLINT -> "SMALLINT";
            case INTEGER -> "INTEGER";
            case BIGINT -> "BIGINT";
            case DECIMAL -> decimal(type);
            case REAL -> real();
            case DOUBLE -> doubleType();
            case CHAR -> character(type);
            case VARCHAR -> type.enumeration() == null ? varchar(type) : enumeration(type, type.enumeration());
            case TEXT -> text();
            case BINARY -> binary(type);
            case DATE -> date();
            case TIME -> time(type);
            case TIMESTAMP -> timestamp(type);
            case TIMESTAMP_WITH_TIME_ZONE -> timestampWithTimeZone(type);
            case INTERVAL_DAY_TIME -> intervalDayToSecond();
            case INTERVAL_YEAR_MONTH -> intervalYearToMonth();
            case UUID -> uuid();
            case JSON -> json();
            case ARRAY -> array(Objects.requireNonNull(type.element()));
            case OTHER -> other(type);
        };
    }

    /** The type as CAST names it. */
    public String castType(SqlType<?> type) {
        VendorType vendor = type.vendor();
        return vendor == null ? columnType(type) : vendor.castName();
    }

    /** Whether a column of the type can be part of a key or an index. */
    public boolean isIndexable(SqlType<?> type) {
        return true;
    }

    protected String booleanType() {
        return "BOOLEAN";
    }

    protected String real() {
        return "REAL";
    }

    protected String doubleType() {
        return "DOUBLE PRECISION";
    }

    protected String decimal(SqlType<?> type) {
        return type.precision() == SqlType.UNSET
                ? "NUMERIC"
                : "NUMERIC(" + type.precision() + ", " + type.scale() + ")";
    }

    protected String character(SqlType<?> type) {
        return "CHAR(" + type.length() + ")";
    }

    protected String varchar(SqlType<?> type) {
        return "VARCHAR(" + type.length() + ")";
    }

    /** An enumerated type; a string, whose column is checked, where the database has none. */
    protected String enumeration(SqlType<?> type, EnumType labels) {
        return varchar(type);
    }

    /** {@code ENUM ('a', 'b')}, for databases that have it. */
    protected final String inlineEnumeration(EnumType labels) {
        return labels.labels().stream().map(Literals::quote).collect(Collectors.joining(", ", "ENUM(", ")"));
    }

    protected String text() {
        return "TEXT";
    }

    protected String binary(SqlType<?> type) {
        return type.length() == SqlType.UNSET ? "BLOB" : "VARBINARY(" + type.length() + ")";
    }

    protected String date() {
        return "DATE";
    }

    protected String time(SqlType<?> type) {
        return "TIME(6)";
    }

    protected String timestamp(SqlType<?> type) {
        return "TIMESTAMP(6)";
    }

    protected String timestampWithTimeZone(SqlType<?> type) {
        return "TIMESTAMP(6) WITH TIME ZONE";
    }

    /** A duration, of as many days as microseconds in a BIGINT make. */
    protected String intervalDayToSecond() {
        return "INTERVAL DAY(9) TO SECOND(6)";
    }

    /** A period, of as many years as months in an INTEGER make. */
    protected String intervalYearToMonth() {
        return "INTERVAL YEAR(9) TO MONTH";
    }

    protected String uuid() {
        return "UUID";
    }

    protected String array(SqlType<?> element) {
        return columnType(element) + " ARRAY";
    }

    protected String json() {
        return "JSON";
    }

    protected String other(SqlType<?> type) {
        throw new CompileException(
                "ALK-1203",
                "Cannot name the type " + type + " in SQL: it stands for a type that only the database knows."
                        + " Give the column one of SqlTypes.");
    }
}
