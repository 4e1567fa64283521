package org.alkahest.dialect.h2;

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
        return new DialectTraits(
                H2Dialect.NAME,
                version.toString(),
                '"',
                IdentifierCase.UPPER,
                256,
                100_000,
                LimitStyle.LIMIT_OFFSET,
                ReturningStyle.FINAL_TABLE,
                EnumSet.allOf(Returns.class),
                MultiRowInsert.VALUES,
                GeneratedKeys.ALL_ROWS,
                IdentityStyle.STANDARD,
                BooleanStyle.TRUE_FALSE,
                LockingStyle.FOR_UPDATE_WAIT,
                DistinctFromStyle.STANDARD,
                IlikeStyle.ILIKE,
                true,
                false, // DDL commits
                true,
                CommentStyle.STATEMENT,
                true,
                false);
    }
}
