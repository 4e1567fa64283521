package org.alkahest.dialect.h2;

import java.util.List;
import java.util.Objects;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Literal;
import org.alkahest.sql.TableFunction;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** H2's functions of arrays (https://h2database.com/html/functions.html#array_get, 2.5). */
abstract class H2ArrayCompiler extends H2NestedCompiler {
    H2ArrayCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** A cast to the length or scale of a column would cut a value that is longer. */
    protected static SqlType<?> unbounded(SqlType<?> type) {
        return switch (type.name()) {
            case CHAR, VARCHAR -> SqlTypes.TEXT;
            case DECIMAL -> SqlTypes.DECIMAL;
            case ARRAY -> SqlTypes.array(unbounded(Objects.requireNonNull(type.element())));
            default -> type;
        };
    }

    @Override
    protected String arrayType(SqlType<?> array) {
        return types.castType(unbounded(array));
    }

    /** A position beyond the end is an error there. */
    @Override
    protected void visitArrayElement(Expression<?> array, Expression<Integer> position) {
        append("CASE WHEN ");
        visit(position);
        append(position instanceof Literal<?> ? " <= " : " BETWEEN 1 AND ");
        visitArrayLength(array);
        append(" THEN ");
        visitCall("ARRAY_GET", List.of(array, position));
        append(" END");
    }

    /** Positions beyond the end make it NULL. */
    @Override
    protected void visitArraySlice(Expression<?> array, Expression<Integer> from, Expression<Integer> to) {
        append("ARRAY_SLICE(");
        visitUntyped(array);
        append(", LEAST(");
        visit(from);
        append(", ");
        visitArrayLength(array);
        append(" + 1), LEAST(");
        visit(to);
        append(", ");
        visitArrayLength(array);
        append("))");
    }

    /** What stands in FROM does not see what stands beside it. */
    @Override
    protected void visitTableFunction(TableFunction function) {
        boolean takesColumns = function.call().descendants().stream().anyMatch(ColumnRef.class::isInstance);
        if (takesColumns && function.call().name().equals("unnest")) {
            throw new UnsupportedFeatureException(
                    "unnest of columns", traits, "Select the arrays, and take them apart in Java.");
        }
        super.visitTableFunction(function);
    }
}
