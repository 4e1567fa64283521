package org.alkahest.dialect.postgresql;

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
        return new DialectTraits(
                PostgresqlDialect.NAME,
                version.toString(),
                '"',
                IdentifierCase.LOWER,
                63, // NAMEDATALEN - 1, in bytes; longer names would be cut without an error
                65_535, // the protocol counts parameters in 16 bits
                LimitStyle.LIMIT_OFFSET,
                ReturningStyle.RETURNING,
                EnumSet.allOf(Returns.class),
                MultiRowInsert.VALUES,
                GeneratedKeys.ALL_ROWS,
                IdentityStyle.STANDARD,
                BooleanStyle.TRUE_FALSE,
                LockingStyle.FULL,
                DistinctFromStyle.STANDARD,
                IlikeStyle.ILIKE,
                true,
                true,
                true,
                CommentStyle.STATEMENT,
                true,
                true);
    }
}
