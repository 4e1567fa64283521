package org.alkahest.compile;

/**
 * What a database may have or lack. A dialect's traits list the features that its version has; compilation asks for a
 * feature before it writes the SQL and refuses the statement otherwise (ALK-1210), with the way out that stands here.
 *
 * <p>A feature whose SQL merely differs between databases is a style of {@link DialectTraits}, not a feature.
 */
public enum Feature {
    // FROM
    RIGHT_JOIN("RIGHT JOIN", "Turn the tables round and use leftJoin(…)."),
    FULL_JOIN("FULL JOIN", "Combine a left join and the rows that only the other side has with unionAll(…)."),
    LATERAL("LATERAL subquery in FROM", "Use a correlated subquery in the SELECT list, or a window function."),
    TABLE_FUNCTIONS("table-valued function in FROM", "Select from a table or a values(…) list."),
    TYPED_TABLE_FUNCTIONS(
            "types of the columns of a table-valued function",
            "Use a function whose columns have types, or cast them where they are used: column.cast(type)."),
    WITH_ORDINALITY("WITH ORDINALITY", "Number the rows with rowNumber().over(…)."),
    TABLESAMPLE("TABLESAMPLE", "Filter by a random number, or order by one and limit."),

    // WITH
    RECURSIVE_CTE("recursive query", "Read level by level."),
    NESTED_CTE("WITH clause inside a subquery", "Give the query a name in the outermost statement."),
    DATA_MODIFYING_CTE("data-modifying statement in WITH", "Execute the statements one after the other."),
    CTE_ON_DML("WITH clause on INSERT, UPDATE or DELETE", "Use a subquery in FROM or WHERE."),
    CTE_MATERIALIZED("MATERIALIZED hint on a named query", "Leave it out: it changes only how the query runs."),
    SEARCH_CLAUSE("SEARCH clause of a recursive query", "Carry the path in a column of the query and order by it."),
    CYCLE_CLAUSE("CYCLE clause of a recursive query", "Use withRecursiveDistinct(…), or carry the path in a column."),

    // Set operations
    INTERSECT("INTERSECT and EXCEPT", "Use exists(…) or not exists(…)."),
    INTERSECT_ALL("INTERSECT ALL and EXCEPT ALL", "Number equal rows with rowNumber() and intersect those."),

    // SELECT
    DISTINCT_ON("DISTINCT ON", "Number the rows with rowNumber().over(partitionBy(…)) and take the first ones."),
    QUALIFY("QUALIFY", "Compute the window function in a subquery and filter outside."),
    GROUPING_SETS("GROUPING SETS", "Combine one grouped query per set with unionAll(…)."),
    ROLLUP("ROLLUP", "Combine one grouped query per level with unionAll(…)."),
    CUBE("CUBE", "Combine one grouped query per set with unionAll(…)."),
    WITH_TIES("FETCH … WITH TIES", "Take the rows whose rank().over(…) is small enough."),
    FETCH_PERCENT("FETCH … PERCENT", "Count the rows first, and give limit(…) the number."),

    // Windows and aggregates
    WINDOW_FUNCTIONS("window functions", "Use a correlated subquery."),
    NAMED_WINDOWS("WINDOW clause", "Give over(…) the window without a name."),
    FRAME_GROUPS("GROUPS frame", "Use a ROWS or RANGE frame."),
    FRAME_EXCLUDE("EXCLUDE in a window frame", "Subtract the row itself from the aggregate."),
    FRAME_RANGE_OFFSET("RANGE frame with a distance", "Use a ROWS frame, or a correlated subquery."),
    IGNORE_NULLS("IGNORE NULLS", "Filter the nulls in a subquery first."),
    AGGREGATE_FILTER("FILTER clause of aggregates", "Aggregate a CASE expression: sum(when(condition, x))."),
    AGGREGATE_ORDER_BY("ORDER BY inside an aggregate", "Order the rows when they are read."),
    WITHIN_GROUP("WITHIN GROUP", "Read the values in order and compute there, or number them with a window."),
    HYPOTHETICAL_SET("hypothetical-set aggregate", "Count the rows that sort before the value."),

    // Predicates and operators
    ROW_VALUES("comparison of row values", "Compare the parts: a.eq(x).and(b.eq(y))."),
    ROW_VALUE_ORDER("order of row values", "Compare the parts: a.gt(x).or(a.eq(x).and(b.gt(y)))."),
    QUANTIFIED_COMPARISON("ANY and ALL", "Use in(…), exists(…), or compare with a minimum or maximum."),
    REGEXP("regular expressions", "Use like(…), or filter in Java."),
    REGEXP_REPLACE("replacement by regular expression", "Use the replace function, or replace in Java."),
    FULL_TEXT("full-text search", "Use like(…), regexpLike(…), or a search engine beside the database."),
    FULL_TEXT_COLUMNS(
            "full-text search in several columns at once",
            "Combine one match(…) per column with or(…), or index the columns as one."),
    SESSION_USERS("names of the database's users", "Take the name from where the engine's URL comes from."),
    MONTH_ADDITION("addition of months and years to dates", "Compute the date in Java."),
    TRY_CAST("cast that gives NULL for values that do not fit", "Test the value before cast(…)."),
    BITWISE("bitwise operators", "Compute in Java."),

    // Types
    JSON("JSON values", "Keep the text in a column of type TEXT."),
    ARRAYS("arrays", "Use a table of its own, or JSON."),
    ARRAY_CONTAINMENT(
            "containment and overlap of arrays", "Test the values one by one: elements(array).contains(value)."),
    ARRAY_POSITION("position of an element in an array", "Number the elements with unnest(…).withOrdinality(…)."),
    INTERVALS(
            "intervals",
            "Keep the number of seconds or days in a column, and compute with plus(amount, unit) and"
                    + " secondsBetween(…)."),

    // Locks
    ROW_LOCKS("FOR UPDATE", "Use a transaction of isolation SERIALIZABLE, or a version column."),
    LOCK_SHARE("FOR SHARE", "Use forUpdate()."),
    LOCK_KEY("FOR NO KEY UPDATE and FOR KEY SHARE", "Use forUpdate() or forShare()."),
    LOCK_NOWAIT("NOWAIT", "Use forUpdate() with a lock timeout."),
    LOCK_WAIT("FOR UPDATE … WAIT seconds", "Use noWait(), or set the lock timeout of the session."),
    LOCK_SKIP_LOCKED("SKIP LOCKED", "Use forUpdate()."),
    LOCK_OF("FOR UPDATE OF", "Lock the rows of all tables with forUpdate()."),

    // Changes
    DEFAULT_KEYWORD("DEFAULT as a value", "Leave the column out, or set the value itself."),
    MULTI_ROW_INSERT("INSERT of several rows in one statement", "Execute it once per row, as a batch."),
    INSERT_RETURNING("RETURNING on INSERT", "Execute the statement and select the rows afterwards."),
    UPDATE_RETURNING("RETURNING on UPDATE", "Execute the statement and select the rows afterwards."),
    DELETE_RETURNING("RETURNING on DELETE", "Select the rows first, and execute the statement afterwards."),
    MERGE_RETURNING("RETURNING on MERGE", "Execute the statement and select the rows afterwards."),
    RETURNING_OLD("old values in RETURNING", "Select the rows first, with forUpdate()."),
    UPDATE_FROM("UPDATE with other tables", "Set the column to a correlated subquery."),
    MULTI_TABLE_UPDATE("UPDATE of several tables at once", "Update one table per statement."),
    ROW_ASSIGNMENT("assignment of several columns from one query", "Set each column to a subquery of its own."),
    DELETE_USING("DELETE with other tables", "Use exists(…) in WHERE."),
    ORDERED_DML("ORDER BY and LIMIT on UPDATE and DELETE", "Restrict the keys with in(subquery)."),
    UPSERT("upsert", "Update first, and insert if no row was changed."),
    UPSERT_WHERE(
            "condition on the update of an upsert", "Set each column to a CASE expression that keeps the old value."),
    UPSERT_CONSTRAINT("upsert on a constraint by name", "Name the columns: onConflict(columns)."),
    UPSERT_ANY_KEY("update on a conflict of whichever key", "Name the columns: onConflict(columns)."),
    UPSERT_INDEX_WHERE("upsert on a partial index", "Update first, and insert if no row was changed."),
    UPSERT_SEVERAL("several ON CONFLICT clauses in one upsert", "Name one unique key, and handle the other's error."),
    MERGE("MERGE", "Use onConflict(…) on an INSERT, or separate statements."),
    MERGE_DO_NOTHING("DO NOTHING in MERGE", "Exclude those rows in the conditions of the other branches."),
    MERGE_DELETE("DELETE in MERGE", "Delete with a statement of its own."),
    MERGE_NOT_MATCHED_BY_SOURCE("WHEN NOT MATCHED BY SOURCE in MERGE", "Delete or update those rows separately."),

    // Transactions and schema
    SAVEPOINTS("savepoints", "Use one transaction per unit of work."),
    TWO_PHASE("two-phase transactions", "Commit the transaction in one step, after those that can be prepared."),
    TRANSACTIONAL_DDL("DDL inside transactions", "Change the schema outside the transaction."),
    ALTER_ADD_CONSTRAINT("ALTER TABLE … ADD CONSTRAINT", "Declare the constraint when the table is created."),
    SEQUENCES("sequences", "Let a column number itself: ColumnOptions.generated()."),
    PARTIAL_INDEX(
            "unique index of some rows only",
            "Check the rows in a trigger, or index a computed column that is null in the other rows."),
    INDEX_INCLUDE("index with columns besides its keys", "Leave the columns out: they change only how queries run."),
    COLUMN_COLLATION("collation of a column", "Collate where the column is compared: column.collate(name)."),
    FOREIGN_KEY_ACTIONS(
            "ON DELETE and ON UPDATE actions of foreign keys",
            "Leave the action out and change the referring rows first, or use MetaData.withoutForeignKeys()."),
    FOREIGN_KEY_CIRCLES(
            "foreign keys that form a circle", "Leave one of them out, or use MetaData.withoutForeignKeys()."),
    TRANSACTIONAL_FOREIGN_KEYS(
            "foreign keys that see all changes of their own transaction",
            "Commit the change of the referring rows first, or use MetaData.withoutForeignKeys().");

    private final String description;
    private final String wayOut;

    Feature(String description, String wayOut) {
        this.description = description;
        this.wayOut = wayOut;
    }

    /** The feature in the words of SQL. */
    public String description() {
        return description;
    }

    /** A sentence that says what to do where the feature is missing. */
    public String wayOut() {
        return wayOut;
    }
}
