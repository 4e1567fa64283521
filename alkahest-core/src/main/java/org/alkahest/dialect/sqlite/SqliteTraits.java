package org.alkahest.dialect.sqlite;

import java.util.Set;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.Styles.BooleanStyle;
import org.alkahest.compile.Styles.CommentStyle;
import org.alkahest.compile.Styles.DeleteUsingStyle;
import org.alkahest.compile.Styles.DistinctFromStyle;
import org.alkahest.compile.Styles.GeneratedKeys;
import org.alkahest.compile.Styles.IdentifierCase;
import org.alkahest.compile.Styles.IdentityStyle;
import org.alkahest.compile.Styles.LimitStyle;
import org.alkahest.compile.Styles.LockingStyle;
import org.alkahest.compile.Styles.ReturningStyle;
import org.alkahest.compile.Styles.RowMatch;
import org.alkahest.compile.Styles.TextMatchStyle;
import org.alkahest.compile.Styles.UpsertStyle;
import org.alkahest.dialect.DatabaseVersion;

/** What SQLite is, as data (https://www.sqlite.org/lang.html, https://www.sqlite.org/limits.html, 3.54). */
final class SqliteTraits {
    /** All of https://www.sqlite.org/lang_keywords.html: quoting one that SQLite would have let pass harms nobody. */
    static final Set<String> RESERVED = Set.of("""
        abort action add after all alter always analyze and as asc attach autoincrement before begin between by cascade
        case cast check collate column commit conflict constraint create cross current current_date current_time
        current_timestamp database default deferrable deferred delete desc detach distinct do drop each else end escape
        except exclude exclusive exists explain fail filter first following for foreign from full generated glob group
        groups having if ignore immediate in index indexed initially inner insert instead intersect into is isnull join
        key last left like limit match materialized natural no not nothing notnull null nulls of offset on or order
        others outer over partition plan pragma preceding primary query raise range recursive references regexp reindex
        release rename replace restrict returning right rollback row rows savepoint select set table temp temporary
        then ties to transaction trigger unbounded union unique update using vacuum values view virtual when where
        window with without\
        """.split("\\s+"));

    private SqliteTraits() {}

    static DialectTraits at(DatabaseVersion version) {
        boolean returning = version.isAtLeast(3, 35);
        return DialectTraits.builder(SqliteDialect.NAME, version.toString())
                .identifierCase(IdentifierCase.KEPT)
                .maxIdentifierLength(Integer.MAX_VALUE)
                .maxParameters(version.isAtLeast(3, 32) ? 32_766 : 999) // SQLITE_MAX_VARIABLE_NUMBER
                .limit(LimitStyle.LIMIT_OFFSET)
                .returning(returning ? ReturningStyle.RETURNING : ReturningStyle.NONE)
                .generatedKeys(GeneratedKeys.SINGLE_ROW) // last_insert_rowid() knows one row
                .rowMatch(returning ? RowMatch.ASCENDING : RowMatch.NONE) // autoinc.html: one more than the largest
                .identity(IdentityStyle.INTEGER_PRIMARY_KEY)
                .booleans(BooleanStyle.ONE_ZERO)
                .locking(
                        LockingStyle
                                .OMITTED) // one writer at a time: a transaction that writes holds the whole database
                .distinctFrom(DistinctFromStyle.IS)
                .textMatch(TextMatchStyle.MATCH) // fts5.html, 3
                .deleteUsing(DeleteUsingStyle.EXISTS)
                .upsert(UpsertStyle.ON_CONFLICT)
                .comments(CommentStyle.NONE)
                .features(
                        Feature.FULL_TEXT,
                        Feature.TABLE_FUNCTIONS,
                        Feature.RECURSIVE_CTE,
                        Feature.NESTED_CTE,
                        Feature.CTE_ON_DML,
                        Feature.INTERSECT,
                        Feature.WINDOW_FUNCTIONS,
                        Feature.NAMED_WINDOWS,
                        Feature.FRAME_GROUPS,
                        Feature.FRAME_EXCLUDE,
                        Feature.FRAME_RANGE_OFFSET,
                        Feature.ROW_VALUES,
                        Feature.ROW_VALUE_ORDER,
                        Feature.REGEXP, // SqliteRegexp
                        Feature.REGEXP_REPLACE,
                        Feature.BITWISE,
                        Feature.JSON,
                        Feature.MULTI_ROW_INSERT,
                        Feature.ROW_ASSIGNMENT,
                        Feature.DELETE_USING,
                        Feature.UPSERT,
                        Feature.UPSERT_WHERE,
                        Feature.UPSERT_INDEX_WHERE,
                        Feature.SAVEPOINTS,
                        Feature.PARTIAL_INDEX,
                        Feature.TRANSACTIONAL_DDL)
                .featuresIf(version.isAtLeast(3, 30), Feature.AGGREGATE_FILTER)
                .featuresIf(version.isAtLeast(3, 33), Feature.UPDATE_FROM)
                .featuresIf(
                        returning,
                        Feature.INSERT_RETURNING,
                        Feature.UPDATE_RETURNING,
                        Feature.DELETE_RETURNING,
                        Feature.UPSERT_ANY_KEY,
                        Feature.UPSERT_SEVERAL,
                        Feature.CTE_MATERIALIZED)
                .featuresIf(version.isAtLeast(3, 39), Feature.RIGHT_JOIN, Feature.FULL_JOIN)
                .featuresIf(version.isAtLeast(3, 44), Feature.AGGREGATE_ORDER_BY)
                .featuresIf(version.isAtLeast(3, 46), Feature.MONTH_ADDITION)
                .build();
    }
}
