package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/**
 * The operators of an array, typed by its elements: {@code elements(BOOKS.tags).contains("java")}. Made by
 * {@link Sql#elements}. Positions count from 1, as in SQL. Of an array that is NULL every operator but concatenation gives
 * NULL, and so does concatenation, unless the database takes such an array for an empty one. Whether an array with a NULL
 * element contains NULL is the database's choice. Immutable; sends nothing.
 *
 * @param <E> the Java type of elements
 */
public record Elements<E>(Expression<List<E>> array) {
    public Elements {
        Operators.require(array, Operators.Need.ARRAY, "elements");
        Objects.requireNonNull(array.type().element(), "The type of an array has the type of its elements");
    }

    /** The element at a position from 1, NULL beyond the end; errors with ALK-1174 for positions below 1. */
    public Expression<E> at(int position) {
        return at(position(position));
    }

    /** The element at a position that the database computes; NULL where there is none. */
    public Expression<E> at(Expression<Integer> position) {
        return new ArrayElement<>(array, position, elementType());
    }

    /**
     * The elements from one position, counted from 1, to another, both included, as far as they exist; errors with ALK-1174
     * for positions below 1, and if the second lies before the first.
     */
    public Expression<List<E>> slice(int from, int to) {
        if (to < from) {
            throw new AlkahestArgumentException(
                    "ALK-1174",
                    "Cannot take the positions " + from + " to " + to
                            + " of an array: the second lies before the first. Both are included.");
        }
        return new ArraySlice<>(array, position(from), position(to));
    }

    /** The number of elements, NULLs counted. */
    public Expression<Integer> cardinality() {
        return new ArrayLength(array);
    }

    /** The position, from 1, of the first element that equals a value; NULL where there is none. */
    public Expression<Integer> position(E element) {
        return new ArrayPosition(array, literal(element));
    }

    /** The same of a value that the database computes. */
    public Expression<Integer> position(Expression<? extends E> element) {
        return new ArrayPosition(array, element);
    }

    /** Whether some element equals a value. */
    public Expression<Boolean> contains(E element) {
        return new ArrayContains(array, literal(element));
    }

    /** Whether some element equals a value that the database computes. */
    public Expression<Boolean> contains(Expression<? extends E> element) {
        return new ArrayContains(array, element);
    }

    /** Whether each of the values equals some element; true of none. */
    public Expression<Boolean> containsAll(List<E> values) {
        return containsAll(Operators.literal(array, values));
    }

    /** Whether each element of the other array equals some element of this one. */
    public Expression<Boolean> containsAll(Expression<List<E>> other) {
        return new ArrayComparison(ArrayComparison.Operator.CONTAINS, array, other);
    }

    /** Whether each element equals one of the values. */
    public Expression<Boolean> containedBy(List<E> values) {
        return containedBy(Operators.literal(array, values));
    }

    /** Whether each element equals some element of the other array. */
    public Expression<Boolean> containedBy(Expression<List<E>> other) {
        return new ArrayComparison(ArrayComparison.Operator.CONTAINED_BY, array, other);
    }

    /** Whether some element equals one of the values. */
    public Expression<Boolean> overlaps(List<E> values) {
        return overlaps(Operators.literal(array, values));
    }

    /** Whether the arrays have an element in common. */
    public Expression<Boolean> overlaps(Expression<List<E>> other) {
        return new ArrayComparison(ArrayComparison.Operator.OVERLAPS, array, other);
    }

    /** The array with values after its last element. */
    public Expression<List<E>> concat(List<E> values) {
        return concat(Operators.literal(array, values));
    }

    /** The array with the elements of another after its last one. */
    public Expression<List<E>> concat(Expression<List<E>> other) {
        return ArrayConcatenation.of(array, other);
    }

    /** The array with one more element at its end; for NULL give {@code nullOf(type)}. */
    public Expression<List<E>> append(E element) {
        return append(literal(element));
    }

    /** The array with one more element at its end. */
    public Expression<List<E>> append(Expression<E> element) {
        return ArrayConcatenation.of(array, single(element));
    }

    /** The array with one more element at its beginning; for NULL give {@code nullOf(type)}. */
    public Expression<List<E>> prepend(E element) {
        return prepend(literal(element));
    }

    /** The array with one more element at its beginning. */
    public Expression<List<E>> prepend(Expression<E> element) {
        return ArrayConcatenation.of(single(element), array);
    }

    private Expression<List<E>> single(Expression<E> element) {
        return new ArrayConstructor<>(List.of(element), array.type());
    }

    private Literal<E> literal(E element) {
        return Operators.literal(elementType(), element);
    }

    @SuppressWarnings("unchecked") // the type of an array of E has the type of E
    private SqlType<E> elementType() {
        return (SqlType<E>) Objects.requireNonNull(array.type().element());
    }

    private static Literal<Integer> position(int position) {
        if (position < 1) {
            throw new AlkahestArgumentException(
                    "ALK-1174",
                    "Cannot take position " + position + " of an array: positions count from 1, as in SQL. Add 1 to"
                            + " an index of Java.");
        }
        return new Literal<>(position, SqlTypes.INTEGER);
    }
}
