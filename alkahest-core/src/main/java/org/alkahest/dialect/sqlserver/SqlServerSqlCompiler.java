package org.alkahest.dialect.sqlserver;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.sql.Extract;
import org.alkahest.type.Codecs;

/** SQL Server's SELECT, INSERT, UPDATE and DELETE ("Statements (Transact-SQL)", version 16). */
final class SqlServerSqlCompiler extends SqlCompiler {
    SqlServerSqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** A recursive query is told by its reference to itself ("WITH common_table_expression"). */
    @Override
    protected String withRecursive() {
        return "WITH ";
    }

    @Override
    protected void visitExtract(Extract e) {
        append("DATEPART(" + e.field().name().toLowerCase(Locale.ROOT) + ", ");
        visit(e.operand());
        append(")");
    }

    @Override
    protected String literal(Object stored) {
        return switch (stored) {
            case byte[] value -> SqlServerLiterals.bytes(value);
            case LocalDate value -> SqlServerLiterals.date(value);
            case LocalTime value -> SqlServerLiterals.time(value);
            case LocalDateTime value -> SqlServerLiterals.timestamp(value);
            case OffsetDateTime value -> SqlServerLiterals.instant(value);
            case String value when value.indexOf('\0') < 0 -> SqlServerLiterals.text(value);
            default -> super.literal(stored);
        };
    }
}
