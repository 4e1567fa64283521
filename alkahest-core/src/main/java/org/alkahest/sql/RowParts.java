package org.alkahest.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/** What the rows of one selection have in common: its parts, their names, and where each stands. Immutable. */
final class RowParts {
    private static final int SEVERAL = -1;

    private final List<? extends Selectable<?>> parts;

    /** Each found once per selection, when first asked for: most rows are read by column. Racing threads find the same. */
    private @Nullable List<String> names;

    private @Nullable Map<String, Integer> positions;

    RowParts(List<? extends Selectable<?>> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The parts of what a statement selects: those of a row, or the one value. */
    static RowParts of(Selectable<?> selection) {
        return new RowParts(selection instanceof RowValue<?> row ? row.parts() : List.of(selection));
    }

    RowValue<Row> rows() {
        return new RowValue<>(parts, (decoders, row) -> new Row(this, RowValue.decode(decoders, row)));
    }

    /** Rows of these parts, null where the given selection is. */
    RowValue<Row> rows(Selectable<?> selection) {
        return new RowValue<>(
                parts, (decoders, row) -> new Row(this, RowValue.decode(decoders, row)), nullWhen(selection));
    }

    /** Maps of these parts, null where the given selection is; errors with ALK-1122 if two have the same name. */
    RowValue<Map<String, @Nullable Object>> maps(Selectable<?> selection) {
        requireDistinctNames();
        return new RowValue<>(parts, (decoders, row) -> map(RowValue.decode(decoders, row)), nullWhen(selection));
    }

    private static @Nullable Expression<?> nullWhen(Selectable<?> selection) {
        return selection instanceof RowValue<?> row ? row.nullWhen() : null;
    }

    /** Names in order; parts without one are named by their position. */
    List<String> names() {
        List<String> known = names;
        if (known == null) {
            List<String> all = new ArrayList<>();
            for (Selectable<?> part : parts) {
                String position = Integer.toString(all.size());
                all.add(part instanceof Expression<?> e ? e.label().orElse(position) : position);
            }
            known = List.copyOf(all);
            names = known;
        }
        return known;
    }

    Map<String, @Nullable Object> toMap(@Nullable Object[] values) {
        requireDistinctNames();
        return map(values);
    }

    private Map<String, @Nullable Object> map(@Nullable Object[] values) {
        List<String> all = names();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            map.put(all.get(i), values[i]);
        }
        return Collections.unmodifiableMap(map);
    }

    int position(int position) {
        if (position < 0 || position >= parts.size()) {
            throw missing("position " + position);
        }
        return position;
    }

    /** Most are asked for by the very object that was selected, which is found without looking into it. */
    @SuppressWarnings("ReferenceEquality")
    int position(Selectable<?> part) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) == part) {
                return i;
            }
        }
        int equal = parts.indexOf(part);
        return equal >= 0 ? equal : labeled(part);
    }

    private int labeled(Selectable<?> part) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Labeled<?> label && label.operand().equals(part)) {
                return i;
            }
        }
        throw missing("'" + part + "'");
    }

    int position(String name) {
        Integer position = positions().get(name);
        if (position == null) {
            throw missing("'" + name + "'");
        }
        if (position == SEVERAL) {
            throw ambiguous(name);
        }
        return position;
    }

    private void requireDistinctNames() {
        if (positions().size() < parts.size()) {
            positions().forEach((name, position) -> {
                if (position == SEVERAL) {
                    throw ambiguous(name);
                }
            });
        }
    }

    private Map<String, Integer> positions() {
        Map<String, Integer> known = positions;
        if (known == null) {
            Map<String, Integer> all = new HashMap<>();
            List<String> inOrder = names();
            for (int i = 0; i < inOrder.size(); i++) {
                all.merge(inOrder.get(i), i, (first, second) -> SEVERAL);
            }
            known = Map.copyOf(all);
            positions = known;
        }
        return known;
    }

    private AlkahestArgumentException ambiguous(String name) {
        return new AlkahestArgumentException(
                "ALK-1122",
                "Cannot read '" + name + "' from the row: several of its columns " + names()
                        + " have that name. Label one with as(\"…\"), or read by column.");
    }

    private AlkahestArgumentException missing(String what) {
        return new AlkahestArgumentException(
                "ALK-1122",
                "Cannot read " + what + " from the row: it has " + names() + ". Add it to the SELECT list.");
    }
}
