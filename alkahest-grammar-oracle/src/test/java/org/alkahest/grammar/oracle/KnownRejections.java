package org.alkahest.grammar.oracle;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the manual allows and both grammars reject. Each construct is replaced by one that the grammars know, and then they
 * have to accept the statement: so nothing else in it goes unchecked.
 *
 * @see <a href="https://docs.oracle.com/en/database/oracle/oracle-database/">the manuals that are cited</a>
 */
enum KnownRejections {
    IDENTITY_OPTIONS(
            "SQL Language Reference 19c, CREATE TABLE, identity_options",
            "AS IDENTITY \\(START WITH \\d+ INCREMENT BY \\d+\\)",
            "AS IDENTITY",
            "CREATE TABLE t (id NUMBER(10) GENERATED ALWAYS AS IDENTITY (START WITH 5 INCREMENT BY 2),"
                    + " v NUMBER(10) GENERATED ALWAYS AS (id * 2) VIRTUAL)"),
    TABLE_COMPRESSION(
            "SQL Language Reference 19c, CREATE TABLE, table_compression",
            " ROW STORE COMPRESS (BASIC|ADVANCED)$",
            " COMPRESS",
            "CREATE TABLE t (id NUMBER(10)) TABLESPACE fast ROW STORE COMPRESS ADVANCED"),
    SET_OPERATORS_WITH_ALL(
            "SQL Language Reference 21c, The Set Operators: INTERSECT ALL, MINUS ALL, EXCEPT ALL",
            " (?:INTERSECT|EXCEPT) ALL ",
            " MINUS ",
            "SELECT a.x FROM a INTERSECT ALL SELECT b.x FROM b"),
    EXCEPT(
            "SQL Language Reference 21c, The Set Operators: EXCEPT is MINUS",
            " EXCEPT ",
            " MINUS ",
            "SELECT a.x FROM a EXCEPT SELECT b.x FROM b"),
    ROWS_IN_FROM(
            "SQL Language Reference 23ai, SELECT, table_reference: values_clause",
            "\\(VALUES \\(.*?\\)\\) (\\w+) \\([\\w, ]+\\)",
            "(SELECT * FROM DUAL) $1",
            "SELECT v.n FROM (VALUES (?, ?), (?, ?)) v (n, word)"),
    TRUTH_TESTS(
            "SQL Language Reference 23ai, BOOLEAN Expressions: boolean_test_condition",
            " IS (NOT )?(TRUE|FALSE)",
            " IS $1NULL",
            "SELECT a.x FROM a WHERE a.f IS NOT TRUE"),
    CONVERSION_DEFAULT(
            "SQL Language Reference 19c, CAST: DEFAULT return_value ON CONVERSION ERROR",
            " DEFAULT NULL ON CONVERSION ERROR\\)",
            ")",
            "SELECT CAST(a.x AS NUMBER(10) DEFAULT NULL ON CONVERSION ERROR) FROM a"),
    EXISTS_AS_A_VALUE(
            "SQL Language Reference 23ai, BOOLEAN Expressions",
            "^SELECT EXISTS \\(",
            "SELECT * FROM DUAL WHERE EXISTS (",
            "SELECT EXISTS (SELECT a.x FROM a)"),
    UPDATE_FROM(
            "SQL Language Reference 23ai, UPDATE: from_clause",
            "^(UPDATE .+?) FROM (\\w+ \\w+ WHERE .+)$",
            "$1 WHERE EXISTS (SELECT 1 FROM $2)",
            "UPDATE a SET x = b.x FROM b c WHERE a.y = c.y"),
    FIRST_QUERY_WITHOUT_FROM(
            "SQL Language Reference 23ai, SELECT, select_list: FROM is optional",
            " AS \\(SELECT ([^()]+?)(?<! FROM DUAL)(?= UNION ALL )",
            " AS (SELECT $1 FROM DUAL",
            "WITH r (n) AS (SELECT ? AS n UNION ALL SELECT r.n + ? FROM r) SELECT r.n FROM r"),
    VECTOR_TYPE(
            "SQL Language Reference 23ai, Data Types: vector_datatypes",
            "\\bVECTOR\\(\\d+, (?:FLOAT32|FLOAT64|INT8)\\)",
            "CLOB",
            "CREATE TABLE t (v VECTOR(2, FLOAT32))"),
    VECTOR_OF_ANY_SIZE(
            "SQL Language Reference 23ai, TO_VECTOR: number_of_dimensions is an asterisk",
            "TO_VECTOR\\(\\?, \\*, ",
            "TO_VECTOR(?, 1, ",
            "INSERT INTO t (v) VALUES (TO_VECTOR(?, *, FLOAT64))"),
    VECTOR_INDEX(
            "SQL Language Reference 23ai, CREATE VECTOR INDEX",
            "^CREATE VECTOR (INDEX .+) ORGANIZATION (?:INMEMORY NEIGHBOR GRAPH|NEIGHBOR PARTITIONS) DISTANCE \\w+"
                    + " WITH TARGET ACCURACY \\d+$",
            "CREATE $1",
            "CREATE VECTOR INDEX ix ON t (v) ORGANIZATION NEIGHBOR PARTITIONS DISTANCE DOT WITH TARGET ACCURACY 90"),
    FETCH_APPROX(
            "SQL Language Reference 23ai, SELECT, row_limiting_clause: APPROX",
            " FETCH APPROX FIRST ",
            " FETCH FIRST ",
            "SELECT t.id FROM t ORDER BY t.id FETCH APPROX FIRST 10 ROWS ONLY"),
    SELECT_WITHOUT_FROM(
            "SQL Language Reference 23ai, SELECT, select_list: FROM is optional",
            "^SELECT ((?:(?! FROM ).)+)$",
            "SELECT $1 FROM DUAL",
            "SELECT ?, ?");

    private final String section;
    private final Pattern construct;
    private final String replacement;
    private final String example;

    KnownRejections(String section, String construct, String replacement, String example) {
        this.section = section;
        this.construct = Pattern.compile(construct);
        this.replacement = replacement;
        this.example = example;
    }

    String section() {
        return section;
    }

    String example() {
        return example;
    }

    String replaceIn(String sql) {
        return construct.matcher(sql).replaceAll(replacement);
    }

    /** What is wrong with a statement; empty if a grammar accepts it, as it is or with known constructs replaced. */
    static Optional<String> complaint(String sql) {
        String replaced = sql;
        for (KnownRejections known : values()) {
            replaced = known.replaceIn(replaced);
        }
        return Grammars.anyAccepts(sql, replaced) ? Optional.empty() : Optional.of(sql);
    }
}
