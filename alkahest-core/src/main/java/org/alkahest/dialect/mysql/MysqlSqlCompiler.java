package org.alkahest.dialect.mysql;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.Concatenation;
import org.alkahest.type.Codecs;

/** MySQL's SELECT, INSERT, UPDATE and DELETE (https://dev.mysql.com/doc/refman/9.7/en/sql-data-manipulation-statements.html). */
class MysqlSqlCompiler extends SqlCompiler {
    MysqlSqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** A parameter is never the same as another one: "nonaggregated column" in mode ONLY_FULL_GROUP_BY (7.1.11). */
    @Override
    protected boolean distinguishesParameters() {
        return true;
    }

    /** {@code ||} means OR unless the session says otherwise (14.4.3). */
    @Override
    protected void visitConcatenation(Concatenation e) {
        append("concat(");
        visitAll(e.terms());
        append(")");
    }

    /** A slash divides integers into a decimal (14.6.1). */
    @Override
    protected void visitArithmetic(Arithmetic<?> e) {
        if (e.operator() == Arithmetic.Operator.DIVIDE && isInteger(e)) {
            visitBinary(e.left(), "DIV", e.right(), Precedence.MULTIPLICATION);
        } else {
            super.visitArithmetic(e);
        }
    }

    /** OFFSET is a part of LIMIT, and this is how the manual says that there is none (15.2.13). */
    @Override
    protected String noLimit() {
        return " LIMIT 18446744073709551615";
    }

    @Override
    protected String defaultValues() {
        return " () VALUES ()";
    }

    /** Backslashes escape in literals (11.1.1); a time zone in one would be turned into the session's (11.1.3). */
    @Override
    protected String literal(Object stored) {
        return stored instanceof OffsetDateTime instant
                ? super.literal(instant.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime())
                : super.literal(stored).replace("\\", "\\\\");
    }
}
