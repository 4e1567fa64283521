package org.alkahest.dialect.postgresql;

import java.util.Objects;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.TableFunction;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.TypeName;

/** PostgreSQL's operators of arrays (https://www.postgresql.org/docs/18/functions-array.html). */
abstract class PostgresqlArrayCompiler extends PostgresqlNestedCompiler {
    PostgresqlArrayCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** A cast to the length or scale of a column would cut a value that is longer. */
    protected final String castName(SqlType<?> type) {
        return switch (type.name()) {
            case CHAR -> "BPCHAR";
            case VARCHAR -> type.enumeration() == null ? "VARCHAR" : types.castType(type);
            case DECIMAL -> "NUMERIC";
            case ARRAY -> castName(elementOf(type)) + "[]";
            default -> types.castType(type);
        };
    }

    @Override
    protected String arrayType(SqlType<?> array) {
        return castName(array);
    }

    @Override
    protected void visitArrayElement(Expression<?> array, Expression<Integer> position) {
        requireFlat(array);
        super.visitArrayElement(array, position);
    }

    @Override
    protected void visitArrayLength(Expression<?> array) {
        requireFlat(array);
        super.visitArrayLength(array);
    }

    /** Both are of one type before 14. */
    @Override
    protected void visitArrayPosition(Expression<?> array, Expression<?> element) {
        requireFlat(array);
        append("array_position(");
        visitUntyped(array);
        append(", ");
        visitCast(element, castName(elementOf(array.type())));
        append(")");
    }

    /** Unlike {@code = ANY}, it is never unknown because of a NULL element, and indexes help (docs/18/gin.html). */
    @Override
    protected void visitArrayContains(Expression<?> array, Expression<?> element) {
        requireFlat(array);
        visit(array, Precedence.BITWISE);
        append(" @> CAST(ARRAY[");
        visit(element);
        append("] AS " + castName(array.type()) + ")");
    }

    @Override
    protected void visitArrayBeside(Expression<?> left, Expression<?> right) {
        requireFlat(left);
        boolean told = right instanceof Literal<?> || right instanceof Parameter<?>;
        if (told || castName(left.type()).equals(castName(right.type()))) {
            super.visitArrayBeside(left, right);
        } else {
            visitCast(right, castName(left.type()));
        }
    }

    @Override
    protected void visitTableFunction(TableFunction function) {
        if (function.call().name().equals("unnest")) {
            function.call().arguments().forEach(this::requireFlat);
        }
        if (function.columns() == TableFunction.Columns.TYPED) {
            visitTypedFunction(function);
        } else {
            super.visitTableFunction(function);
        }
    }

    /** Only within ROWS FROM do types and a number of the row go together (docs/18/sql-select.html#SQL-FROM). */
    private void visitTypedFunction(TableFunction function) {
        boolean numbered = function.ordinality() != null;
        append(numbered ? "ROWS FROM (" : "");
        visit(function.call());
        append(" AS ");
        if (!numbered) {
            appendIdentifier(function.alias());
            append(" ");
        }
        visitColumnTypes(function);
        if (numbered) {
            append(") WITH ORDINALITY AS ");
            appendIdentifier(function.alias());
            visitColumnNames(function.columnNames());
        }
    }

    /** An array of arrays is one of several dimensions, whose elements are the innermost (docs/18/arrays.html). */
    private void requireFlat(Expression<?> array) {
        SqlType<?> element = array.type().element();
        if (element != null && element.name() == TypeName.ARRAY) {
            throw new UnsupportedFeatureException(
                    "operators of arrays of arrays",
                    traits,
                    "Read the whole array, cut it with slice(…), or use JSON.");
        }
    }

    private static SqlType<?> elementOf(SqlType<?> array) {
        return Objects.requireNonNull(array.element());
    }
}
