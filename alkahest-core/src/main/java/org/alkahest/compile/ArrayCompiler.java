package org.alkahest.compile;

import java.util.List;
import org.alkahest.sql.ArrayComparison;
import org.alkahest.sql.ArrayConstructor;
import org.alkahest.sql.ArrayContains;
import org.alkahest.sql.ArrayElement;
import org.alkahest.sql.ArrayExpression;
import org.alkahest.sql.ArrayLength;
import org.alkahest.sql.ArrayPosition;
import org.alkahest.sql.ArraySlice;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Comparison;
import org.alkahest.sql.Expression;
import org.alkahest.sql.QuantifiedArray;
import org.alkahest.sql.QuantifiedComparison;
import org.alkahest.type.Codecs;

/**
 * Compiles arrays and their operators: the base says what the standard says (SQL:2023 part 2, 6.33 and 6.47), and for what
 * the standard lacks what most databases with arrays share.
 */
abstract class ArrayCompiler extends FunctionCompiler {
    ArrayCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    final void visitArray(ArrayExpression<?> expression) {
        traits.require(Feature.ARRAYS);
        switch (expression) {
            case ArrayConstructor<?> e -> visitArrayConstructor(e);
            case ArrayElement<?> e -> visitArrayElement(e.array(), e.position());
            case ArraySlice<?> e -> visitArraySlice(e.array(), e.from(), e.to());
            case ArrayLength e -> visitArrayLength(e.array());
            case ArrayPosition e -> {
                traits.require(Feature.ARRAY_POSITION);
                visitArrayPosition(e.array(), e.element());
            }
        }
    }

    @Override
    final void visitArrayPredicate(ArrayContains e) {
        traits.require(Feature.ARRAYS);
        visitArrayContains(e.array(), e.element());
    }

    @Override
    final void visitArrayPredicate(ArrayComparison e) {
        traits.require(Feature.ARRAYS);
        traits.require(Feature.ARRAY_CONTAINMENT);
        visit(e.left(), Precedence.BITWISE);
        append(" ").append(e.operator().sql()).append(" ");
        visitArrayBeside(e.left(), e.right());
    }

    @Override
    final void visitArrayPredicate(QuantifiedComparison e, QuantifiedArray<?> array) {
        traits.require(Feature.ARRAYS);
        visitQuantified(e.left(), e.operator(), array);
    }

    /** {@code left <op> ANY | ALL (array)}, as a condition that binds like a comparison. */
    protected void visitQuantified(Expression<?> left, Comparison.Operator operator, QuantifiedArray<?> right) {
        visit(left, Precedence.COMPARISON);
        append(" " + operator.sql() + " " + right.quantifier().name() + " (");
        visitUntyped(right.array());
        append(")");
    }

    /** An array of expressions, of the type that it is told to be; it binds as tightly as a function. */
    protected void visitArrayConstructor(ArrayConstructor<?> e) {
        append("CAST(ARRAY[");
        visitElements(e.elements());
        append("] AS ").append(arrayType(e.type())).append(")");
    }

    protected final void visitElements(List<? extends Expression<?>> elements) {
        for (int i = 0; i < elements.size(); i++) {
            append(i == 0 ? "" : ", ");
            visitUntyped(elements.get(i));
        }
    }

    /** The element at a position, NULL where there is none. */
    protected void visitArrayElement(Expression<?> array, Expression<Integer> position) {
        visitSubscripted(array);
        append("[");
        visit(position);
        append("]");
    }

    /** The elements from one position to another, as far as they exist. */
    protected void visitArraySlice(Expression<?> array, Expression<Integer> from, Expression<Integer> to) {
        visitSubscripted(array);
        append("[");
        visit(from);
        append(":");
        visit(to);
        append("]");
    }

    /** What brackets follow: a column, or anything else in parentheses. */
    protected final void visitSubscripted(Expression<?> array) {
        boolean column = array instanceof ColumnRef<?>;
        append(column ? "" : "(");
        visit(array);
        append(column ? "" : ")");
    }

    /** The number of elements. */
    protected void visitArrayLength(Expression<?> array) {
        visitCall("CARDINALITY", List.of(array));
    }

    /** The position of the first element that equals a value, NULL where there is none. */
    protected void visitArrayPosition(Expression<?> array, Expression<?> element) {
        visitCall("array_position", List.of(array, element));
    }

    /** Whether some element equals a value, as a condition that binds like a comparison. */
    protected void visitArrayContains(Expression<?> array, Expression<?> element) {
        visitCall("array_contains", List.of(array, element));
    }

    /** The right one of two arrays that have to be of one type. */
    protected void visitArrayBeside(Expression<?> left, Expression<?> right) {
        visit(right, Precedence.BITWISE);
    }
}
