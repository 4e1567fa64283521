package org.alkahest.dialect.mysql;

import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.Styles.CommentStyle;
import org.alkahest.compile.Styles.DeleteUsingStyle;
import org.alkahest.compile.Styles.DistinctFromStyle;
import org.alkahest.compile.Styles.EnumStyle;
import org.alkahest.compile.Styles.GeneratedKeys;
import org.alkahest.compile.Styles.IdentifierCase;
import org.alkahest.compile.Styles.IdentityStyle;
import org.alkahest.compile.Styles.InsertWithStyle;
import org.alkahest.compile.Styles.LimitStyle;
import org.alkahest.compile.Styles.NullsOrderStyle;
import org.alkahest.compile.Styles.RollupStyle;
import org.alkahest.compile.Styles.RowMatch;
import org.alkahest.compile.Styles.TextEquality;
import org.alkahest.compile.Styles.TextMatchStyle;
import org.alkahest.compile.Styles.UpdateFromStyle;
import org.alkahest.compile.Styles.UpsertStyle;
import org.alkahest.compile.Styles.ValuesStyle;
import org.alkahest.dialect.DatabaseVersion;

/**
 * What MySQL is, as data (https://dev.mysql.com/doc/refman/9.7/en/). For 8.0 this is its release 31 of October 2022 or a
 * later one: a version has no third number here.
 */
final class MysqlTraits {
    private MysqlTraits() {}

    static DialectTraits at(DatabaseVersion version) {
        return shared(MysqlDialectFactory.NAME, version)
                .generatedKeys(GeneratedKeys.ALL_ROWS) // rows of one statement are numbered without gaps
                .rowMatch(RowMatch.COUNTED) // 17.6.1.6: simple inserts, in every mode
                .values(ValuesStyle.VALUES_ROW) // 15.2.19
                .upsert(UpsertStyle.ON_DUPLICATE_KEY_ALIAS) // 15.2.7.2, since 8.0.19
                .features(
                        Feature.LATERAL, // 15.2.15.9
                        Feature.CTE_ON_DML, // 15.2.20
                        Feature.LOCK_OF) // 15.2.13
                .build();
    }

    /** What MySQL and MariaDB have in common. */
    static DialectTraits.Builder shared(String dialect, DatabaseVersion version) {
        return DialectTraits.builder(dialect, version.toString())
                .identifierQuote('`') // means the same with and without ANSI_QUOTES (11.2)
                .identifierCase(IdentifierCase.KEPT)
                .maxIdentifierLength(64) // 11.2.1
                .maxParameters(65_535) // the protocol counts parameters in 16 bits
                .limit(LimitStyle.LIMIT_OFFSET)
                .identity(IdentityStyle.AUTO_INCREMENT)
                .distinctFrom(DistinctFromStyle.SPACESHIP) // 14.4.2
                .textMatch(TextMatchStyle.MATCH_AGAINST) // 14.9
                .nullsOrder(NullsOrderStyle.CASE)
                .rollup(RollupStyle.WITH_ROLLUP) // 14.19.2
                .updateFrom(UpdateFromStyle.JOIN) // 15.2.17
                .deleteUsing(DeleteUsingStyle.TARGET_FROM) // 15.2.2
                .upsert(UpsertStyle.ON_DUPLICATE_KEY) // 15.2.7.2
                .insertWith(InsertWithStyle.BEFORE_QUERY) // 15.2.20
                .comments(CommentStyle.INLINE)
                .enums(EnumStyle.INLINE)
                .textEquality(TextEquality.BY_COLLATION) // 12.2
                .features(
                        Feature.FULL_TEXT,
                        Feature.FULL_TEXT_COLUMNS,
                        Feature.RIGHT_JOIN,
                        Feature.RECURSIVE_CTE,
                        Feature.NESTED_CTE,
                        Feature.INTERSECT,
                        Feature.INTERSECT_ALL,
                        Feature.ROLLUP,
                        Feature.SESSION_USERS,
                        Feature.MONTH_ADDITION,
                        Feature.WINDOW_FUNCTIONS,
                        Feature.NAMED_WINDOWS,
                        Feature.FRAME_RANGE_OFFSET, // 14.20.3; of numbers, not of times, on MariaDB
                        Feature.AGGREGATE_ORDER_BY,
                        Feature.ROW_VALUES,
                        Feature.ROW_VALUE_ORDER,
                        Feature.QUANTIFIED_COMPARISON,
                        Feature.REGEXP,
                        Feature.REGEXP_REPLACE,
                        Feature.BITWISE,
                        Feature.JSON,
                        Feature.ROW_LOCKS,
                        Feature.LOCK_SHARE,
                        Feature.LOCK_NOWAIT,
                        Feature.LOCK_SKIP_LOCKED,
                        Feature.DEFAULT_KEYWORD,
                        Feature.MULTI_ROW_INSERT,
                        Feature.MULTI_TABLE_UPDATE,
                        Feature.UPDATE_FROM,
                        Feature.DELETE_USING,
                        Feature.ORDERED_DML,
                        Feature.UPSERT,
                        Feature.UPSERT_ANY_KEY,
                        Feature.SAVEPOINTS,
                        Feature.TWO_PHASE,
                        Feature.ALTER_ADD_CONSTRAINT);
    }
}
