package org.alkahest.orm;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.compile.Styles.TextEquality;
import org.alkahest.orm.criteria.Evaluation;
import org.alkahest.orm.criteria.Evaluator;
import org.alkahest.orm.criteria.UnevaluableException;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.sql.Delete;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.OrderedRows;
import org.alkahest.sql.OtherTables;
import org.alkahest.sql.Statement;
import org.alkahest.sql.SyntaxExtension;
import org.alkahest.sql.Update;
import org.jspecify.annotations.Nullable;

/**
 * What an UPDATE or DELETE by criteria does to the objects of its session: found out before it is sent, done after it was.
 * For one statement.
 */
final class CriteriaChange {
    private final DmlStatement statement;
    private final Expiry expiry;
    private final Followed followed;

    private CriteriaChange(SessionContext context, DmlStatement statement, Followed followed) {
        this.statement = statement;
        this.expiry = new Expiry(context.identities());
        this.followed = followed;
    }

    /** What is done once the rows are changed. */
    @FunctionalInterface
    interface Followed {
        void follow();
    }

    /**
     * Looks at the session's objects before a statement is sent. Emits: SELECTs of keys before a DELETE whose objects are
     * fetched. Errors with ALK-2130, 2131 and 2132.
     */
    static CriteriaChange before(SessionContext context, DmlStatement statement, Synchronize how) {
        Statement sent = context.connection(statement)
                .engine()
                .options()
                .statementRewriter()
                .apply(statement); // as the engine will
        return switch (sent) {
            case Update update
            when update.table() instanceof EntityTable<?> table ->
                new CriteriaChange(context, update, update(context, update, table, how));
            case Delete delete
            when delete.table() instanceof EntityTable<?> table -> {
                CriteriaRules.requireOneTable(delete, table);
                yield new CriteriaChange(context, delete, delete(context, delete, table, how));
            }
            case Insert insert when insert.conflicts().isEmpty() -> new CriteriaChange(context, insert, () -> {});
            default -> new CriteriaChange(context, statement, stale(context, statement));
        };
    }

    /** Of a statement that returns the objects whose rows it changes, there is nothing to follow but associations. */
    static CriteriaChange returned(SessionContext context, DmlStatement statement) {
        if (statement instanceof Delete delete && delete.table() instanceof EntityTable<?> table) {
            CriteriaRules.requireOneTable(delete, table);
        }
        return new CriteriaChange(context, statement, () -> {});
    }

    /** Emits: SELECTs after an UPDATE or DELETE whose objects are fetched. */
    void done() {
        expiry.expireAssociations(statement.table().name());
        expiry.expireReadOnly(statement.table().name());
        followed.follow();
    }

    private static Followed stale(SessionContext context, DmlStatement statement) {
        return () ->
                new Expiry(context.identities()).expireObjects(statement.table().name());
    }

    private static Followed update(SessionContext context, Update update, EntityTable<?> table, Synchronize how) {
        List<EntityEntry<?>> objects = objects(context, table);
        if (how == Synchronize.NONE) {
            return stale(context, update);
        }
        CriteriaRules.requireNoKey(update, table, objects);
        Evaluation condition =
                evaluation(context, table, update.where(), update.others(), update.rows(), update.extensions(), how);
        if (objects.isEmpty()) {
            return () -> {};
        }
        if (condition == null) {
            return () -> FetchedObjects.refresh(context, table, objects);
        }
        List<EntityEntry<?>> met = new ArrayList<>();
        List<EntityEntry<?>> unknown = new ArrayList<>();
        sort(context, objects, condition, met, unknown);
        UpdatedObjects updated = UpdatedObjects.of(context, evaluator(context, table), update, met);
        return () -> {
            unknown.forEach(EntityEntry::expire);
            updated.apply();
        };
    }

    private static Followed delete(SessionContext context, Delete delete, EntityTable<?> table, Synchronize how) {
        if (how == Synchronize.NONE) {
            return stale(context, delete);
        }
        List<EntityEntry<?>> objects = objects(context, table);
        Evaluation condition =
                evaluation(context, table, delete.where(), delete.others(), delete.rows(), delete.extensions(), how);
        if (objects.isEmpty()) {
            return () -> {};
        }
        List<EntityEntry<?>> met = new ArrayList<>();
        List<EntityEntry<?>> unknown = new ArrayList<>();
        if (condition != null) {
            sort(context, objects, condition, met, unknown);
        }
        if (condition == null || (how == Synchronize.AUTO && !unknown.isEmpty())) {
            List<EntityEntry<?>> present = FetchedObjects.withRow(context, table, objects);
            return () -> {
                List<EntityEntry<?>> gone = new ArrayList<>(present);
                gone.removeAll(FetchedObjects.withRow(context, table, present));
                gone.forEach(context::deleted);
            };
        }
        return () -> {
            unknown.forEach(EntityEntry::expire);
            met.forEach(context::deleted);
        };
    }

    /** The persistent objects of an entity and its subclasses. */
    static List<EntityEntry<?>> objects(SessionContext context, EntityTable<?> table) {
        List<EntityEntry<?>> objects = new ArrayList<>();
        List<? extends EntityTable<?>> family = table.family();
        for (var mapping : context.identities().mappings()) {
            if (family.stream().anyMatch(each -> each.mapping().equals(mapping))) {
                objects.addAll(context.identities().persistent(mapping));
            }
        }
        return objects;
    }

    /** Which objects meet the condition, and of which nobody knows: stale ones, and values that Java cannot judge. */
    private static void sort(
            SessionContext context,
            List<EntityEntry<?>> objects,
            Evaluation condition,
            List<EntityEntry<?>> met,
            List<EntityEntry<?>> unknown) {
        for (EntityEntry<?> entry : objects) {
            try {
                if (entry.epoch() != context.epoch()) {
                    unknown.add(entry);
                } else if (Boolean.TRUE.equals(condition.of(entry))) {
                    met.add(entry);
                }
            } catch (UnevaluableException e) {
                unknown.add(entry);
            }
        }
    }

    /** Null where the database is to be asked. */
    private static @Nullable Evaluation evaluation(
            SessionContext context,
            EntityTable<?> table,
            @Nullable Expression<Boolean> where,
            OtherTables others,
            OrderedRows rows,
            List<SyntaxExtension> extensions,
            Synchronize how) {
        if (how == Synchronize.FETCH) {
            return null;
        }
        try {
            if (!others.isEmpty() || !rows.isAll() || !extensions.isEmpty()) {
                throw new UnevaluableException("it has other tables, an order, a limit, or SQL of its own");
            }
            return where == null ? entry -> true : evaluator(context, table).of(where);
        } catch (UnevaluableException e) {
            if (how == Synchronize.EVALUATE) {
                throw e;
            }
            return null;
        }
    }

    private static Evaluator evaluator(SessionContext context, EntityTable<?> table) {
        boolean exactText = context.connection(table).dialect().traits().textEquality() == TextEquality.EXACT;
        return new Evaluator(table, exactText);
    }
}
