package org.alkahest.dialect.oracle;

import java.util.Set;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.Styles.BooleanStyle;
import org.alkahest.compile.Styles.DeleteUsingStyle;
import org.alkahest.compile.Styles.DistinctFromStyle;
import org.alkahest.compile.Styles.InsertWithStyle;
import org.alkahest.compile.Styles.MergeStyle;
import org.alkahest.compile.Styles.PredicateStyle;
import org.alkahest.compile.Styles.ReturningStyle;
import org.alkahest.compile.Styles.TextMatchStyle;
import org.alkahest.compile.Styles.UpdateFromStyle;
import org.alkahest.compile.Styles.UpsertStyle;
import org.alkahest.compile.Styles.ValuesStyle;
import org.alkahest.dialect.DatabaseVersion;

/** What Oracle is, as data (SQL Language Reference 19c and 23ai, https://docs.oracle.com/en/database/oracle/oracle-database/). */
final class OracleTraits {
    /** Appendix E, "Oracle SQL Reserved Words" (19c), and BOOLEAN, which 23ai reserves for types. */
    static final Set<String> RESERVED = Set.of("""
        access add all alter and any as asc audit between boolean by char check cluster column column_value comment
        compress connect create current date decimal default delete desc distinct drop else exclusive exists file float
        for from grant group having identified immediate in increment index initial insert integer intersect into is
        level like lock long maxextents minus mlslabel mode modify nested_table_id noaudit nocompress not nowait null
        number of offline on online option or order pctfree prior public raw rename resource revoke row rowid rownum
        rows select session set share size smallint start successful synonym sysdate table then to trigger uid union
        unique update user validate values varchar varchar2 view whenever where with\
        """.split("\\s+"));

    private OracleTraits() {}

    static DialectTraits at(DatabaseVersion version) {
        boolean is21 = version.isAtLeast(21, 0);
        boolean is23 = version.isAtLeast(23, 0);
        return DialectTraits.builder(OracleDialect.NAME, version.toString())
                // "Database Object Naming Rules": bytes; 30 before 12.2
                .maxIdentifierLength(version.isAtLeast(12, 2) ? 128 : 30)
                .maxParameters(65_535) // the driver's protocol counts them in 16 bits
                .maxInValues(is23 ? 65_535 : 1_000) // ORA-01795; "Expression Lists"
                .returning(ReturningStyle.RETURNING_INTO)
                .booleans(is23 ? BooleanStyle.TRUE_FALSE : BooleanStyle.ONE_ZERO)
                // "BOOLEAN Expressions" (23ai): wherever an expression appears
                .predicates(is23 ? PredicateStyle.VALUES : PredicateStyle.APART)
                .distinctFrom(DistinctFromStyle.DECODE) // "DECODE": two nulls are equivalent
                .textMatch(TextMatchStyle.CONTAINS_SCORE) // Text Reference, "CONTAINS"
                .values(is23 ? ValuesStyle.VALUES : ValuesStyle.UNION_ALL)
                .updateFrom(is23 ? UpdateFromStyle.FROM : UpdateFromStyle.MERGE)
                .deleteUsing(DeleteUsingStyle.EXISTS)
                .upsert(UpsertStyle.MERGE)
                .merge(MergeStyle.WHERE) // "MERGE": merge_update_clause, merge_insert_clause
                .insertWith(InsertWithStyle.BEFORE_QUERY) // "INSERT": the clause is a part of subquery
                .features(
                        Feature.LOCK_WAIT,
                        Feature.FULL_TEXT,
                        Feature.RIGHT_JOIN,
                        Feature.FULL_JOIN,
                        Feature.LATERAL,
                        Feature.TABLE_FUNCTIONS,
                        Feature.TABLESAMPLE,
                        Feature.RECURSIVE_CTE,
                        Feature.NESTED_CTE,
                        Feature.SEARCH_CLAUSE,
                        Feature.CYCLE_CLAUSE,
                        Feature.INTERSECT,
                        Feature.GROUPING_SETS,
                        Feature.ROLLUP,
                        Feature.CUBE,
                        Feature.WITH_TIES,
                        Feature.FETCH_PERCENT,
                        Feature.SESSION_USERS,
                        Feature.MONTH_ADDITION,
                        Feature.WINDOW_FUNCTIONS,
                        Feature.FRAME_RANGE_OFFSET,
                        Feature.IGNORE_NULLS,
                        Feature.WITHIN_GROUP,
                        Feature.HYPOTHETICAL_SET,
                        Feature.ROW_VALUES,
                        Feature.QUANTIFIED_COMPARISON,
                        Feature.REGEXP,
                        Feature.REGEXP_REPLACE,
                        Feature.BITWISE,
                        Feature.JSON,
                        Feature.INTERVALS,
                        Feature.ROW_LOCKS,
                        Feature.LOCK_NOWAIT,
                        Feature.LOCK_SKIP_LOCKED,
                        Feature.LOCK_OF,
                        Feature.DEFAULT_KEYWORD,
                        Feature.MULTI_ROW_INSERT,
                        Feature.ROW_ASSIGNMENT,
                        Feature.INSERT_RETURNING,
                        Feature.UPDATE_RETURNING,
                        Feature.DELETE_RETURNING,
                        Feature.UPDATE_FROM,
                        Feature.DELETE_USING,
                        Feature.UPSERT,
                        Feature.UPSERT_WHERE,
                        Feature.MERGE,
                        Feature.SAVEPOINTS,
                        Feature.SEQUENCES,
                        Feature.ALTER_ADD_CONSTRAINT)
                .featuresIf(version.isAtLeast(12, 2), Feature.TRY_CAST) // DEFAULT … ON CONVERSION ERROR
                .featuresIf(
                        is21, Feature.INTERSECT_ALL, Feature.NAMED_WINDOWS, Feature.FRAME_GROUPS, Feature.FRAME_EXCLUDE)
                .featuresIf(is23, Feature.RETURNING_OLD)
                .build();
    }
}
