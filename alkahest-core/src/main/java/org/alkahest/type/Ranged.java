package org.alkahest.type;

/** A set of values that the ends of one or several ranges tell: what operators on ranges take. Immutable. */
public sealed interface Ranged<T extends Comparable<? super T>> permits Range, MultiRange {
    /** Whether no value is in it. */
    boolean isEmpty();

    /** Whether a value is in it. */
    boolean contains(T value);
}
