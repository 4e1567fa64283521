package org.alkahest.dialect.sqlite;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.type.Codecs;

/** SQLite's SELECT, INSERT, UPDATE and DELETE (https://www.sqlite.org/lang.html, 3.54). */
final class SqliteSqlCompiler extends SqlCompiler {
    SqliteSqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** OFFSET is a part of LIMIT; a negative limit is none (lang_select.html, section 5). */
    @Override
    protected String noLimit() {
        return " LIMIT -1";
    }

    /** Dates and times are text. */
    @Override
    protected String literal(Object stored) {
        return switch (stored) {
            case LocalDate value -> super.literal(SqliteTimes.write(value));
            case LocalTime value -> super.literal(SqliteTimes.write(value));
            case LocalDateTime value -> super.literal(SqliteTimes.write(value));
            case OffsetDateTime value -> super.literal(SqliteTimes.write(value));
            default -> super.literal(stored);
        };
    }
}
