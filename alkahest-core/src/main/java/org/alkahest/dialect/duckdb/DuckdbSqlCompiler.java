package org.alkahest.dialect.duckdb;

import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.sql.Arithmetic;
import org.alkahest.sql.RegexpLike;
import org.alkahest.type.Codecs;

/** DuckDB's SELECT, INSERT, UPDATE and DELETE (https://duckdb.org/docs/stable/sql/introduction, 2.0). */
final class DuckdbSqlCompiler extends SqlCompiler {
    DuckdbSqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** {@code /} divides integers as floating-point numbers (docs/stable/sql/functions/numeric). */
    @Override
    protected void visitArithmetic(Arithmetic<?> e) {
        if (e.operator() == Arithmetic.Operator.DIVIDE && isInteger(e)) {
            visitBinary(e.left(), "//", e.right(), Precedence.MULTIPLICATION);
        } else {
            super.visitArithmetic(e);
        }
    }

    @Override
    protected void visitRegexpLike(RegexpLike e) {
        append(e.negated() ? "NOT regexp_matches(" : "regexp_matches(");
        visit(e.operand());
        append(", ");
        visit(e.pattern());
        append(e.flags().isEmpty() ? ")" : ", " + literal(e.flags()) + ")");
    }
}
