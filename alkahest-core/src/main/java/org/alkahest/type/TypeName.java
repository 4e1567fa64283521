package org.alkahest.type;

/** The database-independent names of data types (SQL:2023 part 2, 6.1); dialects render each in their own words. */
public enum TypeName {
    BOOLEAN(Category.BOOLEAN),
    SMALLINT(Category.NUMERIC),
    INTEGER(Category.NUMERIC),
    BIGINT(Category.NUMERIC),
    DECIMAL(Category.NUMERIC),
    REAL(Category.NUMERIC),
    DOUBLE(Category.NUMERIC),
    CHAR(Category.STRING),
    VARCHAR(Category.STRING),
    TEXT(Category.STRING),
    BINARY(Category.BINARY),
    DATE(Category.DATETIME),
    TIME(Category.DATETIME),
    TIMESTAMP(Category.DATETIME),
    TIMESTAMP_WITH_TIME_ZONE(Category.DATETIME),
    /** A duration: {@code INTERVAL DAY TO SECOND}. */
    INTERVAL_DAY_TIME(Category.INTERVAL),
    /** A period of whole months: {@code INTERVAL YEAR TO MONTH}. */
    INTERVAL_YEAR_MONTH(Category.INTERVAL),
    UUID(Category.OTHER),
    JSON(Category.JSON),
    ARRAY(Category.ARRAY),
    /** A value whose type only the database knows, such as the result of a raw fragment. */
    OTHER(Category.OTHER);

    private final Category category;

    TypeName(Category category) {
        this.category = category;
    }

    /** The group of operators that fit values of the type. */
    public Category category() {
        return category;
    }

    /** Groups of types that share operators. */
    public enum Category {
        BOOLEAN,
        NUMERIC,
        STRING,
        BINARY,
        DATETIME,
        INTERVAL,
        JSON,
        ARRAY,
        OTHER
    }
}
