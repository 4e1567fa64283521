package org.alkahest.orm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.orm.criteria.Evaluation;
import org.alkahest.orm.criteria.Evaluator;
import org.alkahest.orm.criteria.UnevaluableException;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.ColumnSet;
import org.alkahest.orm.mapping.ColumnUse;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.orm.mapping.Versioning;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.alkahest.sql.Assignment;
import org.alkahest.sql.Update;
import org.jspecify.annotations.Nullable;

/**
 * The objects that an UPDATE meets, and the values that it gives them. Attributes that the user has changed keep value and
 * baseline. An object that gets what only the database knows is stale.
 */
final class UpdatedObjects {
    private final SessionContext context;
    private final boolean stale;
    private final Map<EntityEntry<?>, Map<Integer, @Nullable Object>> values = new LinkedHashMap<>();
    private final List<EntityEntry<?>> unknown = new ArrayList<>();

    private UpdatedObjects(SessionContext context, boolean stale) {
        this.context = context;
        this.stale = stale;
    }

    /** Evaluates new values before the statement is sent: they are made of the values before. */
    static UpdatedObjects of(SessionContext context, Evaluator evaluator, Update update, List<EntityEntry<?>> met) {
        Map<Integer, Evaluation> known = new LinkedHashMap<>();
        boolean stale = update.table() instanceof EntityTable<?> table && isWrittenByDatabase(table);
        for (Assignment assignment : update.assignments()) {
            if (!(assignment instanceof Assignment.OfColumn(var target, var value)
                    && target instanceof Column<?> column
                    && !isForeignKey(update, column))) {
                stale = true;
                continue;
            }
            try {
                known.put(EntityTable.position(column), evaluator.assigned(column, value));
            } catch (UnevaluableException e) {
                stale = true;
            }
        }
        UpdatedObjects updated = new UpdatedObjects(context, stale);
        met.forEach(entry -> updated.evaluate(entry, known));
        return updated;
    }

    private static boolean isWrittenByDatabase(EntityTable<?> table) {
        return table.versioning() instanceof Versioning.ByDatabase
                || table.mappedColumns().stream()
                        .anyMatch(column -> EntityTable.use(column).reading() == ColumnUse.Reading.AFTER_WRITES);
    }

    private static boolean isForeignKey(Update update, Column<?> column) {
        return update.table() instanceof EntityTable<?> table
                && table.associations().stream()
                        .anyMatch(a -> a instanceof ToOne<?, ?> toOne
                                && toOne.columns().contains(column));
    }

    private void evaluate(EntityEntry<?> entry, Map<Integer, Evaluation> known) {
        Map<Integer, @Nullable Object> given = new LinkedHashMap<>();
        for (Map.Entry<Integer, Evaluation> each : known.entrySet()) {
            try {
                given.put(each.getKey(), each.getValue().of(entry));
            } catch (UnevaluableException e) {
                unknown.add(entry);
            }
        }
        values.put(entry, given);
    }

    void apply() {
        values.forEach(this::apply);
        unknown.forEach(EntityEntry::expire);
    }

    private <E> void apply(EntityEntry<E> entry, Map<Integer, @Nullable Object> given) {
        context.current().remember(entry);
        if (stale) {
            entry.expire();
        }
        Object before = entry.snapshot();
        if (before == null) {
            return;
        }
        EntityMapping<E> mapping = entry.mapping();
        E entity = entry.entity();
        ColumnSet changed = new ColumnSet();
        mapping.diff(entity, before, changed);
        context.identities().flagged().addTo(entry, changed);
        Map<Integer, @Nullable Object> assigned = withTargetsOfBefore(entry);
        Map<Integer, @Nullable Object> modified = new LinkedHashMap<>();
        for (int position : changed.positions()) {
            if (!isForeignKey(mapping.table(), position)) {
                modified.put(position, mapping.value(entity, position));
                mapping.setValue(entity, position, mapping.snapshotValue(before, position));
            }
        }
        given.forEach((position, value) -> {
            if (mapping.snapshotValue(before, position) instanceof Lazy<?> lazy) {
                lazy.expire();
            } else if (!modified.containsKey(position)) {
                mapping.setValue(entity, position, value);
            }
        });
        entry.takeSnapshot();
        modified.forEach((position, value) -> mapping.setValue(entity, position, value));
        assigned.forEach((index, content) -> mapping.setAssociation(entity, index, content));
    }

    /** Puts the targets of the baseline into the object, and gives back those that the user assigned. */
    private static <E> Map<Integer, @Nullable Object> withTargetsOfBefore(EntityEntry<E> entry) {
        Map<Integer, @Nullable Object> assigned = new LinkedHashMap<>();
        for (Association<E, ?> association : entry.mapping().table().associations()) {
            if (association instanceof ToOne<E, ?> toOne && entry.isReassigned(toOne)) {
                assigned.put(toOne.index(), entry.mapping().association(entry.entity(), toOne.index()));
                entry.mapping().setAssociation(entry.entity(), toOne.index(), entry.targetBefore(toOne.index()));
            }
        }
        return assigned;
    }

    private static boolean isForeignKey(EntityTable<?> table, int position) {
        return table.associations().stream()
                .anyMatch(a -> a instanceof ToOne<?, ?> toOne
                        && toOne.columns().stream().anyMatch(c -> EntityTable.position(c) == position));
    }
}
