package org.alkahest.dialect.h2;

import java.util.Set;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.Styles.DeleteUsingStyle;
import org.alkahest.compile.Styles.EnumStyle;
import org.alkahest.compile.Styles.GeneratedKeys;
import org.alkahest.compile.Styles.IlikeStyle;
import org.alkahest.compile.Styles.InsertWithStyle;
import org.alkahest.compile.Styles.LimitStyle;
import org.alkahest.compile.Styles.ReturningStyle;
import org.alkahest.compile.Styles.UpdateFromStyle;
import org.alkahest.dialect.DatabaseVersion;

/** What H2 is, as data (https://h2database.com/html/commands.html, html/advanced.html, 2.5). */
final class H2Traits {
    /** Keywords that need quotes (https://h2database.com/html/advanced.html#keywords). */
    static final Set<String> RESERVED = Set.of("""
        all and any array as asymmetric authorization between both case cast check constraint cross current_catalog
        current_date current_path current_role current_schema current_time current_timestamp current_user day default
        distinct else end except exists false fetch for foreign from full group groups having hour if ilike in inner
        intersect interval is join key leading left like limit localtime localtimestamp minus minute month natural not
        null offset on or order over partition primary qualify range regexp right row rownum rows second select
        session_user set some symmetric system_user table to top trailing true uescape union unique unknown user using
        value values when where window with year _rowid_\
        """.split("\\s+"));

    private H2Traits() {}

    static DialectTraits at(DatabaseVersion version) {
        return DialectTraits.builder(H2Dialect.NAME, version.toString())
                .maxIdentifierLength(256)
                .maxParameters(100_000)
                .limit(LimitStyle.LIMIT_OFFSET)
                .returning(ReturningStyle.FINAL_TABLE)
                .generatedKeys(GeneratedKeys.ALL_ROWS)
                .ilike(IlikeStyle.ILIKE)
                .updateFrom(UpdateFromStyle.MERGE)
                .insertWith(InsertWithStyle.BEFORE_QUERY)
                .deleteUsing(DeleteUsingStyle.EXISTS)
                .without(Feature.COLUMN_COLLATION)
                .enums(EnumStyle.INLINE)
                .features(
                        Feature.LOCK_WAIT,
                        Feature.RIGHT_JOIN,
                        Feature.TABLE_FUNCTIONS,
                        Feature.WITH_ORDINALITY,
                        Feature.RECURSIVE_CTE,
                        Feature.NESTED_CTE,
                        Feature.INTERSECT,
                        Feature.DISTINCT_ON,
                        Feature.QUALIFY,
                        Feature.WITH_TIES,
                        Feature.FETCH_PERCENT,
                        Feature.SESSION_USERS,
                        Feature.MONTH_ADDITION,
                        Feature.WINDOW_FUNCTIONS,
                        Feature.NAMED_WINDOWS,
                        Feature.FRAME_GROUPS,
                        Feature.FRAME_EXCLUDE,
                        Feature.FRAME_RANGE_OFFSET,
                        Feature.IGNORE_NULLS,
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
                        Feature.INTERVALS,
                        Feature.ROW_LOCKS,
                        Feature.LOCK_NOWAIT,
                        Feature.LOCK_SKIP_LOCKED,
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
                        Feature.MERGE_DELETE,
                        Feature.MERGE_RETURNING,
                        Feature.SAVEPOINTS,
                        Feature.SEQUENCES,
                        Feature.ALTER_ADD_CONSTRAINT)
                .build();
    }
}
