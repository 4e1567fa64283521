package org.alkahest.orm.mapping;

import java.time.Clock;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.alkahest.compile.Feature;
import org.alkahest.engine.Connection;
import org.alkahest.engine.Engine;
import org.alkahest.schema.Sequence;
import org.alkahest.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Keys from a sequence of the database, a block of them by each {@code nextval}: the number that the sequence gives is the
 * last of a block as long as its increment, but for its very first number, which is a block of its own. Hibernate's pooled
 * optimizer counts alike, so that both may share a sequence. All sessions of an engine share blocks; other engines and
 * processes have blocks of their own. Numbers that a rollback leaves unused are lost. Thread-safe.
 *
 * @param <T> the Java type of the key column's values
 */
public final class SequenceKeys<T extends Number> implements KeyGenerator<T> {
    private final Sequence sequence;
    private final LongFunction<@Nullable T> fitting;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Engine, Block> blocks = new WeakHashMap<>();

    private SequenceKeys(Sequence sequence, LongFunction<@Nullable T> fitting) {
        if (sequence.increment() < 1) {
            throw new MappingException(
                    "ALK-2060",
                    "Cannot take keys from sequence '" + sequence.name() + "': its increment is " + sequence.increment()
                            + ". Give the size of a block of keys, 1 or more.");
        }
        this.sequence = sequence;
        this.fitting = fitting;
    }

    /** Keys of a BIGINT column; errors with ALK-2060 for a sequence that descends. */
    public static SequenceKeys<Long> ofLong(Sequence sequence) {
        return new SequenceKeys<>(sequence, number -> number);
    }

    /** Keys of an INTEGER column; errors with ALK-2060 for a sequence that descends. */
    public static SequenceKeys<Integer> ofInteger(Sequence sequence) {
        return new SequenceKeys<>(sequence, number -> number == (int) number ? (int) number : null);
    }

    /** Keys of a SMALLINT column; errors with ALK-2060 for a sequence that descends. */
    public static SequenceKeys<Short> ofShort(Sequence sequence) {
        return new SequenceKeys<>(sequence, number -> number == (short) number ? (short) number : null);
    }

    public Sequence sequence() {
        return sequence;
    }

    /**
     * The next number of the engine's block. Emits: a SELECT of the sequence's next number where the block is used up.
     * Errors with ALK-2060 where the database has no sequences, or this one counts by other steps, or too far.
     */
    @Override
    public T next(Connection connection, Clock clock) {
        if (!connection.dialect().traits().has(Feature.SEQUENCES)) {
            throw wrong(connection.dialect().traits().dialect()
                    + " has no sequences. Use @GeneratedValue(strategy = IDENTITY) or UUID there.");
        }
        long number = block(connection.engine()).next(connection);
        T key = fitting.apply(number);
        if (key == null) {
            throw wrong("its number " + number + " does not fit into the key column. Give the key a wider type.");
        }
        return key;
    }

    private Block block(Engine engine) {
        lock.lock();
        try {
            return blocks.computeIfAbsent(engine, e -> new Block());
        } finally {
            lock.unlock();
        }
    }

    private MappingException wrong(String problem) {
        return new MappingException(
                "ALK-2060", "Cannot take a key from sequence '" + sequence.name() + "': " + problem);
    }

    /** The numbers that one engine has left. */
    private final class Block {
        private final ReentrantLock turn = new ReentrantLock();
        private long next = 1;
        private long last;
        private boolean isBegun;

        long next(Connection connection) {
            turn.lock();
            try {
                if (next > last || !isBegun) {
                    fetch(connection);
                }
                return next++;
            } finally {
                turn.unlock();
            }
        }

        private void fetch(Connection connection) {
            long number = connection.execute(Sql.select(sequence.nextValue())).one();
            long size = number == sequence.first() ? 1 : sequence.increment();
            long least = number - size + 1;
            boolean overlaps = isBegun && number > last - size && number < last + size;
            if (least < sequence.first() || overlaps) {
                throw wrong("it gave " + number + (isBegun ? " after " + last : "")
                        + ", so that its increment is not the block's size, " + sequence.increment()
                        + ". Let allocationSize be the increment of the database's sequence.");
            }
            next = least;
            last = number;
            isBegun = true;
        }
    }
}
