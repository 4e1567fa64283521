package org.alkahest.dialect.postgresql;

import java.util.Set;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.Styles.EnumStyle;
import org.alkahest.compile.Styles.GeneratedKeys;
import org.alkahest.compile.Styles.IdentifierCase;
import org.alkahest.compile.Styles.IlikeStyle;
import org.alkahest.compile.Styles.LimitStyle;
import org.alkahest.compile.Styles.ReturningStyle;
import org.alkahest.compile.Styles.RowMatch;
import org.alkahest.compile.Styles.TextMatchStyle;
import org.alkahest.compile.Styles.UpsertStyle;
import org.alkahest.dialect.DatabaseVersion;

/** What PostgreSQL is, as data (https://www.postgresql.org/docs/18/). */
final class PostgresqlTraits {
    /** Reserved in appendix C, "SQL Key Words" (docs/18/sql-keywords-appendix.html): pg_get_keywords(), catcode R or T. */
    static final Set<String> RESERVED = Set.of("""
        all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation
        column concurrently constraint create cross current_catalog current_date current_role current_schema
        current_time current_timestamp current_user default deferrable desc distinct do else end except false fetch for
        foreign freeze from full grant group having ilike in initially inner intersect into is isnull join lateral
        leading left like limit localtime localtimestamp natural not notnull null offset on only or order outer
        overlaps placing primary references returning right select session_user similar some symmetric system_user
        table tablesample then to trailing true union unique user using variadic verbose when where window
        with\
        """.split("\\s+"));

    private PostgresqlTraits() {}

    static DialectTraits at(DatabaseVersion version) {
        return DialectTraits.builder(PostgresqlDialect.NAME, version.toString())
                .identifierCase(IdentifierCase.LOWER)
                .maxIdentifierLength(63) // NAMEDATALEN - 1, in bytes; longer names would be cut without an error
                .maxParameters(65_535) // the protocol counts parameters in 16 bits
                .limit(LimitStyle.LIMIT_OFFSET)
                .returning(ReturningStyle.RETURNING)
                .generatedKeys(GeneratedKeys.ALL_ROWS)
                .rowMatch(version.isAtLeast(17, 0) ? RowMatch.NUMBERED : RowMatch.NONE) // MERGE has RETURNING since 17
                .ilike(IlikeStyle.ILIKE)
                .textMatch(TextMatchStyle.AT_SIGNS) // textsearch-intro.html
                .upsert(UpsertStyle.ON_CONFLICT)
                .errorsAbortTransactions()
                .enums(EnumStyle.NAMED)
                .features(
                        Feature.FULL_TEXT,
                        Feature.FULL_TEXT_COLUMNS,
                        Feature.RIGHT_JOIN,
                        Feature.FULL_JOIN,
                        Feature.LATERAL,
                        Feature.TABLE_FUNCTIONS,
                        Feature.TYPED_TABLE_FUNCTIONS,
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
                        Feature.GROUPING_SETS,
                        Feature.ROLLUP,
                        Feature.CUBE,
                        Feature.SESSION_USERS,
                        Feature.MONTH_ADDITION,
                        Feature.WINDOW_FUNCTIONS,
                        Feature.NAMED_WINDOWS,
                        Feature.FRAME_GROUPS,
                        Feature.FRAME_EXCLUDE,
                        Feature.FRAME_RANGE_OFFSET,
                        Feature.AGGREGATE_FILTER,
                        Feature.AGGREGATE_ORDER_BY,
                        Feature.WITHIN_GROUP,
                        Feature.HYPOTHETICAL_SET,
                        Feature.ROW_VALUES,
                        Feature.ROW_VALUE_ORDER,
                        Feature.QUANTIFIED_COMPARISON,
                        Feature.REGEXP,
                        Feature.REGEXP_REPLACE,
                        Feature.BITWISE,
                        Feature.JSON,
                        Feature.ARRAYS,
                        Feature.ARRAY_CONTAINMENT,
                        Feature.ARRAY_POSITION,
                        Feature.INTERVALS,
                        Feature.ROW_LOCKS,
                        Feature.LOCK_SHARE,
                        Feature.LOCK_KEY,
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
                        Feature.UPSERT_CONSTRAINT,
                        Feature.UPSERT_INDEX_WHERE,
                        Feature.SAVEPOINTS,
                        Feature.TWO_PHASE,
                        Feature.SEQUENCES,
                        Feature.TRANSACTIONAL_DDL,
                        Feature.PARTIAL_INDEX,
                        Feature.INDEX_INCLUDE,
                        Feature.ALTER_ADD_CONSTRAINT)
                .featuresIf(version.isAtLeast(13, 0), Feature.WITH_TIES)
                .featuresIf(version.isAtLeast(14, 0), Feature.SEARCH_CLAUSE, Feature.CYCLE_CLAUSE)
                .featuresIf(version.isAtLeast(15, 0), Feature.MERGE, Feature.MERGE_DELETE, Feature.MERGE_DO_NOTHING)
                .featuresIf(version.isAtLeast(17, 0), Feature.MERGE_NOT_MATCHED_BY_SOURCE, Feature.MERGE_RETURNING)
                .featuresIf(version.isAtLeast(18, 0), Feature.RETURNING_OLD)
                .build();
    }
}
