package org.alkahest.processor;

import javax.lang.model.element.TypeElement;

/** How the program makes the values of a key column. */
sealed interface KeyGeneration {
    ColumnModel column();

    /** UUIDs in the order of time. */
    record Uuid(ColumnModel column) implements KeyGeneration {}

    /**
     * Blocks of numbers from a sequence.
     *
     * @param schema empty for the connection's own
     * @param size of a block, which is the sequence's increment
     */
    record Sequence(ColumnModel column, String schema, String name, int first, int size) implements KeyGeneration {}

    /** A class of the user's. */
    record Custom(ColumnModel column, TypeElement generator) implements KeyGeneration {}
}
