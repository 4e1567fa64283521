package org.alkahest.schema;

import java.util.Objects;
import org.alkahest.sql.Description;
import org.alkahest.sql.Expression;
import org.alkahest.sql.ExpressionExtension;
import org.alkahest.sql.RenderContext;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of numbers that the database gives out. Begin with {@link #named}, go on with the other methods; errors with
 * ALK-1326 where they leave no number to give. {@link DdlElement.CreateSequence} creates it. Immutable.
 *
 * @param schema the schema it is in, or null for the connection's own
 * @param start the first number, or null for the least or, of a descending sequence, the greatest
 * @param increment from one number to the next: 1 unless told otherwise, negative to descend
 * @param least null for 1, or of a descending sequence for what the database's numbers allow
 * @param greatest null for what the database's numbers allow, or of a descending sequence for -1
 * @param cycles whether it begins again at its other end, where it is an error otherwise
 * @param cache how many numbers each session takes at a time, up to 1 for none, or null for what the database does anyway;
 *     left out where the database has no such thing
 * @param options what single databases are told of it
 */
public record Sequence(
        @Nullable String schema,
        String name,
        @Nullable Long start,
        long increment,
        @Nullable Long least,
        @Nullable Long greatest,
        boolean cycles,
        @Nullable Integer cache,
        Options<SequenceOption> options) {
    public Sequence {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(options, "options is null");
        require(name, increment != 0, "its increment is 0. Give another.");
        require(name, cache == null || cache >= 0, "it takes " + cache + " numbers at a time. Give 0 or more.");
        require(
                name,
                least == null || greatest == null || least < greatest,
                "its least number " + least + " is not below its greatest, " + greatest + ". Exchange them.");
        long first = first(start, increment, least, greatest);
        require(
                name,
                (least == null || first >= least) && (greatest == null || first <= greatest),
                "it starts with " + first + ", which is outside of its limits. Start within them.");
    }

    private static long first(@Nullable Long start, long increment, @Nullable Long least, @Nullable Long greatest) {
        if (start != null) {
            return start;
        }
        return increment > 0 ? least == null ? 1 : least : greatest == null ? -1 : greatest;
    }

    private static void require(String name, boolean holds, String otherwise) {
        if (!holds) {
            throw new AlkahestArgumentException("ALK-1326", "Cannot make the sequence '" + name + "': " + otherwise);
        }
    }

    /** One in the connection's own schema, from 1 upwards. */
    public static Sequence named(String name) {
        return new Sequence(null, name, null, 1, null, null, false, null, Options.none());
    }

    /** One in a schema, from 1 upwards. */
    public static Sequence named(String schema, String name) {
        return new Sequence(schema, name, null, 1, null, null, false, null, Options.none());
    }

    /** {@code START WITH}. */
    public Sequence startWith(long first) {
        return new Sequence(schema, name, first, increment, least, greatest, cycles, cache, options);
    }

    /** {@code INCREMENT BY}; negative numbers descend. */
    public Sequence incrementBy(long step) {
        return new Sequence(schema, name, start, step, least, greatest, cycles, cache, options);
    }

    /** {@code MINVALUE}. */
    public Sequence minValue(long number) {
        return new Sequence(schema, name, start, increment, number, greatest, cycles, cache, options);
    }

    /** {@code MAXVALUE}. */
    public Sequence maxValue(long number) {
        return new Sequence(schema, name, start, increment, least, number, cycles, cache, options);
    }

    /** {@code CYCLE}: after the last number comes the one at the other end. */
    public Sequence cycle() {
        return new Sequence(schema, name, start, increment, least, greatest, true, cache, options);
    }

    /** {@code CACHE}: numbers that a session has taken and not used are lost. */
    public Sequence cache(int numbers) {
        return new Sequence(schema, name, start, increment, least, greatest, cycles, numbers, options);
    }

    /** With an option of one database; errors with ALK-1320 if it conflicts with another. */
    public Sequence option(SequenceOption option) {
        return new Sequence(schema, name, start, increment, least, greatest, cycles, cache, options.with(option));
    }

    /** The first number, which is always written: databases differ in what they take where none is given. */
    public long first() {
        return first(start, increment, least, greatest);
    }

    /**
     * The next number, which nobody else gets: for a query of its own ({@code select(sequence.nextValue())}), as a value of
     * INSERT, or as the default of a column. Refused where there are no sequences (ALK-1210).
     */
    public Expression<Long> nextValue() {
        return new NextValue(schema, name);
    }

    private record NextValue(@Nullable String schema, String name) implements ExpressionExtension<Long> {
        @Override
        public SqlType<Long> type() {
            return SqlTypes.BIGINT;
        }

        @Override
        public void render(RenderContext context) {
            context.nextValue(schema, name);
        }

        @Override
        public void describe(Description description) {
            description.add(NextValue.class).add(schema).add(name);
        }
    }
}
