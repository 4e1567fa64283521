package org.alkahest.dialect.duckdb;

import java.util.List;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.sql.ArrayConstructor;
import org.alkahest.sql.Comparison;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Literal;
import org.alkahest.sql.QuantifiedArray;
import org.alkahest.sql.TableFunction;
import org.alkahest.type.Codecs;

/** DuckDB's functions of lists (https://duckdb.org/docs/stable/sql/functions/list, 2.0). */
abstract class DuckdbListCompiler extends DuckdbNestedCompiler {
    DuckdbListCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** Its elements tell its type; a cast would round decimals. */
    @Override
    protected void visitArrayConstructor(ArrayConstructor<?> e) {
        append("[");
        visitElements(e.elements());
        append("]");
    }

    /** Negative positions count from the end, and there is nothing at 0. */
    @Override
    protected void visitArrayElement(Expression<?> array, Expression<Integer> position) {
        if (position instanceof Literal<?>) {
            super.visitArrayElement(array, position);
            return;
        }
        visitSubscripted(array);
        append("[greatest(");
        visit(position);
        append(", 0)]");
    }

    @Override
    protected void visitArrayLength(Expression<?> array) {
        visitCall("len", List.of(array));
    }

    @Override
    protected void visitArrayPosition(Expression<?> array, Expression<?> element) {
        visitCall("list_position", List.of(array, element));
    }

    @Override
    protected void visitArrayContains(Expression<?> array, Expression<?> element) {
        visitCall("list_contains", List.of(array, element));
    }

    /** A list that is NULL would count as an empty one. */
    @Override
    protected void visitQuantified(Expression<?> left, Comparison.Operator operator, QuantifiedArray<?> right) {
        if (right.array() instanceof Literal<?> literal && literal.value() != null) {
            super.visitQuantified(left, operator, right);
            return;
        }
        append("CASE WHEN ");
        visit(right.array(), Precedence.COMPARISON);
        append(" IS NOT NULL THEN ");
        super.visitQuantified(left, operator, right);
        append(" END");
    }

    /** "No function matches unnest(INTEGER[], VARCHAR[])" in FROM. */
    @Override
    protected void visitTableFunction(TableFunction function) {
        if (function.call().name().equals("unnest")
                && function.call().arguments().size() > 1) {
            throw new UnsupportedFeatureException(
                    "unnest of several arrays",
                    traits,
                    "Unnest one with ordinality, and take the others' elements(…).at(…) of that column.");
        }
        super.visitTableFunction(function);
    }
}
