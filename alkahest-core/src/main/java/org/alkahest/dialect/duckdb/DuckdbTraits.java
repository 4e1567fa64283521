package org.alkahest.dialect.duckdb;

import java.util.Set;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.Styles.EnumStyle;
import org.alkahest.compile.Styles.GeneratedKeys;
import org.alkahest.compile.Styles.IdentifierCase;
import org.alkahest.compile.Styles.IdentityStyle;
import org.alkahest.compile.Styles.IlikeStyle;
import org.alkahest.compile.Styles.LimitStyle;
import org.alkahest.compile.Styles.ReturningStyle;
import org.alkahest.compile.Styles.RowMatch;
import org.alkahest.compile.Styles.UpsertStyle;
import org.alkahest.dialect.DatabaseVersion;

/** What DuckDB is, as data (https://duckdb.org/docs/stable/sql/introduction, 2.0; all of it tried on 2.0.0). */
final class DuckdbTraits {
    /** The rows of {@code duckdb_keywords()} but those of category "unreserved". */
    static final Set<String> RESERVED = Set.of("""
        all analyse analyze and anti any array as asc asof asymmetric at authorization between bigint binary bit boolean
        both by case cast char character check coalesce collate collation column columns concurrently constraint create
        cross dec decimal default deferrable desc describe distinct do else end except exists extract false fetch float
        for foreign freeze from full generated glob group grouping grouping_id having ilike in initially inner inout int
        integer intersect interval into is isnull join lambda lateral leading left like limit map national natural nchar
        none not notnull null nullif numeric offset on only or order out outer overlaps overlay pivot pivot_longer
        pivot_wider placing position positional precision primary qualify real references returning right row select
        semi setof show similar smallint some struct substring summarize symmetric table tablesample then time timestamp
        to trailing treat trim true try_cast tuple union unique unpack unpivot using values varchar variadic verbose
        when where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi
        xmlroot xmlserialize xmltable\
        """.split("\\s+"));

    private DuckdbTraits() {}

    /**
     * Left out although the syntax is there: named windows, which ORDER BY does not see, and row values, which are structs
     * there, so that NULL equals NULL in them and is greater than all else.
     */
    static DialectTraits at(DatabaseVersion version) {
        return DialectTraits.builder(DuckdbDialect.NAME, version.toString())
                .identifierCase(IdentifierCase.KEPT)
                .maxIdentifierLength(Integer.MAX_VALUE)
                .limit(LimitStyle.LIMIT_OFFSET)
                .returning(ReturningStyle.RETURNING)
                .generatedKeys(GeneratedKeys.SINGLE_ROW) // of a batch the driver gives the last row's
                .rowMatch(RowMatch.EQUAL_VALUES) // RETURNING of MERGE has the columns of the target alone
                .identity(IdentityStyle.SEQUENCE_DEFAULT)
                .ilike(IlikeStyle.ILIKE)
                .upsert(UpsertStyle.ON_CONFLICT)
                .errorsAbortTransactions()
                .without(
                        Feature.FOREIGN_KEY_ACTIONS,
                        Feature.FOREIGN_KEY_CIRCLES,
                        Feature.TRANSACTIONAL_FOREIGN_KEYS) // docs/stable/sql/indexes#over-eager-constraint-checking
                .enums(EnumStyle.INLINE)
                .features(
                        Feature.SEQUENCES,
                        Feature.RIGHT_JOIN,
                        Feature.FULL_JOIN,
                        Feature.LATERAL,
                        Feature.TABLE_FUNCTIONS,
                        Feature.WITH_ORDINALITY,
                        Feature.TABLESAMPLE,
                        Feature.RECURSIVE_CTE,
                        Feature.NESTED_CTE,
                        Feature.DATA_MODIFYING_CTE,
                        Feature.CTE_ON_DML,
                        Feature.CTE_MATERIALIZED,
                        Feature.INTERSECT,
                        Feature.INTERSECT_ALL,
                        Feature.DISTINCT_ON,
                        Feature.QUALIFY,
                        Feature.GROUPING_SETS,
                        Feature.ROLLUP,
                        Feature.CUBE,
                        Feature.SESSION_USERS,
                        Feature.MONTH_ADDITION,
                        Feature.WINDOW_FUNCTIONS,
                        Feature.FRAME_GROUPS,
                        Feature.FRAME_EXCLUDE,
                        Feature.FRAME_RANGE_OFFSET,
                        Feature.IGNORE_NULLS,
                        Feature.AGGREGATE_FILTER,
                        Feature.AGGREGATE_ORDER_BY,
                        Feature.WITHIN_GROUP,
                        Feature.QUANTIFIED_COMPARISON,
                        Feature.REGEXP,
                        Feature.REGEXP_REPLACE,
                        Feature.TRY_CAST,
                        Feature.BITWISE,
                        Feature.JSON,
                        Feature.ARRAYS,
                        Feature.ARRAY_CONTAINMENT,
                        Feature.ARRAY_POSITION,
                        Feature.INTERVALS,
                        Feature.DEFAULT_KEYWORD,
                        Feature.MULTI_ROW_INSERT,
                        Feature.INSERT_RETURNING,
                        Feature.UPDATE_RETURNING,
                        Feature.DELETE_RETURNING,
                        Feature.UPDATE_FROM,
                        Feature.DELETE_USING,
                        Feature.UPSERT,
                        Feature.UPSERT_WHERE,
                        Feature.MERGE,
                        Feature.MERGE_DO_NOTHING,
                        Feature.MERGE_DELETE,
                        Feature.MERGE_NOT_MATCHED_BY_SOURCE,
                        Feature.MERGE_RETURNING,
                        Feature.TRANSACTIONAL_DDL)
                .build();
    }
}
