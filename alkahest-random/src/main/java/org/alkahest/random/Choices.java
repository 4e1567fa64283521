package org.alkahest.random;

import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/**
 * The decisions that make a statement: a sequence of numbers for its structure, and a seed for the values in it. The same
 * choices make the same statement; the same structure with another seed makes one that differs in its values alone.
 *
 * <p>Zero is the simplest choice everywhere, and a sequence that has ended goes on with zeros: so a shorter sequence of
 * smaller numbers makes a simpler statement, which is what shrinking needs. One thread at a time.
 */
public final class Choices {
    private final IntUnaryOperator structure;
    private final Random values;
    private int taken;

    private Choices(IntUnaryOperator structure, long values) {
        this.structure = structure;
        this.values = new Random(values);
    }

    /** Choices by a sequence of numbers that are not negative. */
    public static Choices of(List<Integer> structure, long values) {
        return new Choices(index -> index < structure.size() ? structure.get(index) : 0, values);
    }

    /** Choices of which a seed tells all. */
    public static Choices random(long seed) {
        Random structure = new Random(seed);
        int length = structure.nextInt(300);
        return new Choices(index -> index < length ? structure.nextInt(Integer.MAX_VALUE) : 0, seed);
    }

    /** A part of the structure: from 0, the simplest, to below a number. */
    int below(int number) {
        int choice = structure.applyAsInt(taken) % number;
        taken++;
        return choice;
    }

    /** Whether to do something that makes the statement larger: once in so many times. */
    boolean oneIn(int number) {
        return below(number) == number - 1;
    }

    /** One of several; the first is the simplest. */
    <E> E of(List<? extends E> alternatives) {
        return alternatives.get(below(alternatives.size()));
    }

    /** A part of a value, on which no structure may depend: from 0 to below a number. */
    int valueBelow(int number) {
        return values.nextInt(number);
    }
}
