package org.alkahest.orm.load;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.HierarchyRows;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.type.Decoder;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/** Turns rows into objects of the classes that their discriminators name. The next row is mostly of the class of the last. */
final class HierarchyDecoder<E> implements Decoder<E> {
    private final EntityTable<E> table;
    private final int position;
    private final int discriminator;
    private final List<Branch<? extends E>> branches = new ArrayList<>();
    private @Nullable Branch<? extends E> last;

    HierarchyDecoder(Loading session, RowScope scope, EntityTable<E> occurrence, int position) {
        this.table = occurrence;
        this.position = position;
        HierarchyRows<E> rows = occurrence.hierarchyRows();
        this.discriminator = position + rows.discriminator();
        for (HierarchyRows.Branch<? extends E> branch : rows.branches()) {
            branches.add(branch(session, scope, branch));
        }
    }

    private <S extends E> Branch<S> branch(Loading session, RowScope scope, HierarchyRows.Branch<S> branch) {
        int[] positions =
                branch.positions().stream().mapToInt(p -> position + p).toArray();
        return new Branch<>(
                branch.value(),
                new EntityDecoder<>(session, scope, branch.table().mapping(), 0),
                positions);
    }

    /** One class, with the rows that were read for it as its attributes are numbered. */
    private static final class Branch<S> {
        private final Object value;
        private final EntityDecoder<S> decoder;
        private final int[] positions;
        private @Nullable RowReader source;
        private @Nullable RowReader view;

        Branch(Object value, EntityDecoder<S> decoder, int[] positions) {
            this.value = value;
            this.decoder = decoder;
            this.positions = positions;
        }

        @SuppressWarnings("ReferenceEquality") // a reader follows its rows, so that one view serves them all
        @Nullable
        S decode(RowReader row) {
            RowReader known = view;
            if (known == null || source != row) {
                known = row.selecting(positions);
                view = known;
                source = row;
            }
            return decoder.decode(known);
        }
    }

    @Override
    public @Nullable E decode(RowReader row) {
        Object value = row.at(discriminator);
        Branch<? extends E> branch = last;
        if (branch == null || !branch.value.equals(value)) {
            if (table.mapping().readKey(row, position) == null) {
                return null; // an outer join without a row
            }
            branch = find(value, row);
            last = branch;
        }
        return branch.decode(row);
    }

    private Branch<? extends E> find(@Nullable Object value, RowReader row) {
        for (Branch<? extends E> branch : branches) {
            if (branch.value.equals(value)) {
                return branch;
            }
        }
        List<HierarchyRows.Branch<? extends E>> known =
                table.hierarchyRows().branches();
        throw unknown(table, value, table.mapping().readKey(row, position), known);
    }

    static <E> MappingException unknown(
            EntityTable<E> table,
            @Nullable Object value,
            @Nullable Object key,
            List<HierarchyRows.Branch<? extends E>> branches) {
        String name = table.mapping().entityClass().getSimpleName();
        return new MappingException(
                "ALK-2020",
                "Cannot read " + name + " with key " + key + ": its discriminator is "
                        + (value == null ? "NULL" : "'" + value + "'") + ", and the known ones are "
                        + branches.stream()
                                .map(branch -> branch.value().toString())
                                .toList()
                        + ". Correct the row, query a subclass, or compile the missing subclass with"
                        + " alkahest-processor, so that the index of its module has it.");
    }
}
