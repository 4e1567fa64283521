package org.alkahest.dialect.sqlite;

import java.util.EnumSet;
import java.util.Set;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.DialectTraits.BooleanStyle;
import org.alkahest.compile.DialectTraits.CommentStyle;
import org.alkahest.compile.DialectTraits.DistinctFromStyle;
import org.alkahest.compile.DialectTraits.GeneratedKeys;
import org.alkahest.compile.DialectTraits.IdentifierCase;
import org.alkahest.compile.DialectTraits.IdentityStyle;
import org.alkahest.compile.DialectTraits.IlikeStyle;
import org.alkahest.compile.DialectTraits.LimitStyle;
import org.alkahest.compile.DialectTraits.LockingStyle;
import org.alkahest.compile.DialectTraits.MultiRowInsert;
import org.alkahest.compile.DialectTraits.ReturningStyle;
import org.alkahest.compile.DialectTraits.Returns;
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
        return new DialectTraits(
                SqliteDialect.NAME,
                version.toString(),
                '"',
                IdentifierCase.KEPT,
                Integer.MAX_VALUE,
                version.isAtLeast(3, 32) ? 32_766 : 999, // SQLITE_MAX_VARIABLE_NUMBER
                LimitStyle.LIMIT_OFFSET,
                returning ? ReturningStyle.RETURNING : ReturningStyle.NONE,
                returning ? EnumSet.allOf(Returns.class) : Set.of(),
                MultiRowInsert.VALUES,
                GeneratedKeys.SINGLE_ROW, // last_insert_rowid() knows one row
                IdentityStyle.INTEGER_PRIMARY_KEY,
                BooleanStyle.ONE_ZERO,
                LockingStyle.OMITTED, // one writer at a time: a transaction that writes holds the whole database
                DistinctFromStyle.IS,
                IlikeStyle.LOWER,
                version.isAtLeast(3, 30), // FILTER on aggregates
                true,
                false, // ALTER TABLE adds no constraints
                CommentStyle.NONE,
                true,
                false);
    }
}
