package org.alkahest.dialect.sqlserver;

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
import org.alkahest.compile.Styles.IlikeStyle;
import org.alkahest.compile.Styles.LateralStyle;
import org.alkahest.compile.Styles.LimitStyle;
import org.alkahest.compile.Styles.LockingStyle;
import org.alkahest.compile.Styles.NullsOrderStyle;
import org.alkahest.compile.Styles.PredicateStyle;
import org.alkahest.compile.Styles.ReturningStyle;
import org.alkahest.compile.Styles.RowMatch;
import org.alkahest.compile.Styles.TextEquality;
import org.alkahest.compile.Styles.UpdateFromStyle;
import org.alkahest.compile.Styles.UpsertStyle;
import org.alkahest.dialect.DatabaseVersion;

/** What SQL Server is, as data (https://learn.microsoft.com/sql/t-sql/, version 16). */
final class SqlServerTraits {
    /** "Reserved keywords (Transact-SQL)": those of Transact-SQL itself. */
    static final Set<String> RESERVED = Set.of("""
        add all alter and any as asc authorization backup begin between break browse bulk by cascade case check
        checkpoint close clustered coalesce collate column commit compute constraint contains containstable continue
        convert create cross current current_date current_time current_timestamp current_user cursor database dbcc
        deallocate declare default delete deny desc disk distinct distributed double drop dump else end errlvl escape
        except exec execute exists exit external fetch file fillfactor for foreign freetext freetexttable from full
        function goto grant group having holdlock identity identity_insert identitycol if in index inner insert
        intersect into is join key kill left like lineno load merge national nocheck nonclustered not null nullif of
        off offsets on open opendatasource openquery openrowset openxml option or order outer over percent pivot plan
        precision primary print proc procedure public raiserror read readtext reconfigure references replication
        restore restrict return revert revoke right rollback rowcount rowguidcol rule save schema securityaudit select
        semantickeyphrasetable semanticsimilaritydetailstable semanticsimilaritytable session_user set setuser shutdown
        some statistics system_user table tablesample textsize then to top tran transaction trigger truncate try_convert
        tsequal union unique unpivot update updatetext use user values varying view waitfor when where while with
        within writetext\
        """.split("\\s+"));

    /** SQL Server 2014 had this number and is out of support; Azure SQL Database, always the newest, kept it. */
    private static final int AZURE = 12;

    private static final int SQL_SERVER_2022 = 16;

    private SqlServerTraits() {}

    static DialectTraits at(DatabaseVersion version) {
        boolean from2022 = version.isAtLeast(SQL_SERVER_2022, 0) || version.major() == AZURE;
        return DialectTraits.builder(SqlServerDialect.NAME, version.toString())
                .identifierCase(IdentifierCase.KEPT)
                .maxIdentifierLength(128) // "Database identifiers": sysname is nvarchar(128)
                .maxParameters(
                        2_097) // "Maximum capacity": 2,100, of which sp_prepexec, by which the driver sends, takes 3
                .limit(LimitStyle.OFFSET_FETCH)
                .returning(ReturningStyle.OUTPUT)
                .generatedKeys(GeneratedKeys.SINGLE_ROW) // the driver asks SCOPE_IDENTITY()
                .rowMatch(RowMatch.NUMBERED) // "OUTPUT clause": from_table_name, in MERGE
                .identity(IdentityStyle.IDENTITY_PROPERTY)
                .booleans(BooleanStyle.ONE_ZERO)
                .predicates(PredicateStyle.APART)
                .locking(LockingStyle.TABLE_HINT)
                .distinctFrom(from2022 ? DistinctFromStyle.STANDARD : DistinctFromStyle.INTERSECT)
                .ilike(IlikeStyle.LOWER)
                .nullsOrder(NullsOrderStyle.CASE)
                .lateral(LateralStyle.APPLY)
                .updateFrom(UpdateFromStyle.TARGET_IN_FROM)
                .deleteUsing(DeleteUsingStyle.TARGET_FROM)
                .upsert(UpsertStyle.MERGE)
                .comments(CommentStyle.STATEMENT)
                .textEquality(TextEquality.BY_COLLATION) // "Set or change the server collation"
                .features(
                        Feature.FULL_TEXT,
                        Feature.FULL_TEXT_COLUMNS,
                        Feature.RIGHT_JOIN,
                        Feature.FULL_JOIN,
                        Feature.LATERAL,
                        Feature.TABLE_FUNCTIONS,
                        Feature.TYPED_TABLE_FUNCTIONS,
                        Feature.TABLESAMPLE,
                        Feature.RECURSIVE_CTE,
                        Feature.CTE_ON_DML,
                        Feature.INTERSECT,
                        Feature.GROUPING_SETS,
                        Feature.ROLLUP,
                        Feature.CUBE,
                        Feature.WITH_TIES,
                        Feature.FETCH_PERCENT,
                        Feature.SESSION_USERS,
                        Feature.MONTH_ADDITION,
                        Feature.WINDOW_FUNCTIONS,
                        Feature.WITHIN_GROUP,
                        Feature.QUANTIFIED_COMPARISON,
                        Feature.TRY_CAST,
                        Feature.BITWISE,
                        Feature.JSON,
                        Feature.ROW_LOCKS,
                        Feature.LOCK_SHARE,
                        Feature.LOCK_NOWAIT,
                        Feature.LOCK_SKIP_LOCKED,
                        Feature.LOCK_OF,
                        Feature.DEFAULT_KEYWORD,
                        Feature.MULTI_ROW_INSERT,
                        Feature.INSERT_RETURNING,
                        Feature.UPDATE_RETURNING,
                        Feature.DELETE_RETURNING,
                        Feature.MERGE_RETURNING,
                        Feature.RETURNING_OLD,
                        Feature.UPDATE_FROM,
                        Feature.DELETE_USING,
                        Feature.UPSERT,
                        Feature.UPSERT_WHERE,
                        Feature.MERGE,
                        Feature.MERGE_DELETE,
                        Feature.MERGE_NOT_MATCHED_BY_SOURCE,
                        Feature.SAVEPOINTS,
                        Feature.SEQUENCES,
                        Feature.TRANSACTIONAL_DDL,
                        Feature.PARTIAL_INDEX,
                        Feature.INDEX_INCLUDE,
                        Feature.ALTER_ADD_CONSTRAINT,
                        Feature.FOREIGN_KEY_ACTIONS,
                        Feature.FOREIGN_KEY_CIRCLES,
                        Feature.TRANSACTIONAL_FOREIGN_KEYS)
                .featuresIf(from2022, Feature.NAMED_WINDOWS, Feature.IGNORE_NULLS)
                .build();
    }
}
