package org.alkahest.orm.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alkahest.orm.mapping.EntitySelection;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.HierarchyRows;
import org.alkahest.orm.mapping.MappingException;
import org.alkahest.type.Decoder;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/** Turns rows into objects of the classes that their discriminators name. The next row is mostly of the class of the last. */
final class HierarchyDecoder<E> implements Decoder<E> {
    private final EntityTable<E> table;
    private final RowView own;
    private final int discriminator;
    private final List<Branch<? extends E>> branches = new ArrayList<>();
    private @Nullable Branch<? extends E> last;

    HierarchyDecoder(Loading session, RowScope scope, EntitySelection<E> selection, int position) {
        this.table = selection.table();
        HierarchyRows<E> rows = selection.rows();
        this.own = new RowView(rows.positions(), position);
        this.discriminator = position + rows.discriminator();
        for (HierarchyRows.Branch<? extends E> branch : rows.branches()) {
            branches.add(branch(session, scope, branch, position));
        }
    }

    private <S extends E> Branch<S> branch(
            Loading session, RowScope scope, HierarchyRows.Branch<S> branch, int position) {
        return new Branch<>(
                Objects.requireNonNull(branch.value(), "a class with objects has a discriminator"),
                new EntityDecoder<>(session, scope, branch.table().mapping(), 0, branch.lazies()),
                new RowView(branch.positions(), position));
    }

    /** One class, with the rows that were read for it as its attributes are numbered. */
    private record Branch<S>(Object value, EntityDecoder<S> decoder, RowView view) {
        @Nullable
        S decode(RowReader row) {
            return decoder.decode(view.of(row));
        }
    }

    @Override
    public @Nullable E decode(RowReader row) {
        Object value = row.at(discriminator);
        Branch<? extends E> branch = last;
        if (branch == null || !branch.value.equals(value)) {
            if (table.mapping().readKey(own.of(row), 0) == null) {
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
        List<HierarchyRows.Branch<? extends E>> known = table.selection().rows().branches();
        throw unknown(table, value, table.mapping().readKey(own.of(row), 0), known);
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
                                .map(branch -> String.valueOf(branch.value()))
                                .toList()
                        + ". Correct the row, query a subclass, or compile the missing subclass with"
                        + " alkahest-processor, so that the index of its module has it.");
    }
}
