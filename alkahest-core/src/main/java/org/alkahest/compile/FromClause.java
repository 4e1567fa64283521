package org.alkahest.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.alkahest.sql.ChildrenOnly;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.Comparison;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Description;
import org.alkahest.sql.Expression;
import org.alkahest.sql.ForeignKeyRef;
import org.alkahest.sql.FromExtension;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.ImplicitJoin;
import org.alkahest.sql.JoinClause;
import org.alkahest.sql.JoinPath;
import org.alkahest.sql.NestedJoin;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.Select;
import org.alkahest.sql.SelectBody;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.TableFunction;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.TableSample;
import org.alkahest.sql.ValuesTable;
import org.jspecify.annotations.Nullable;

/**
 * The FROM clause of a SELECT with everything inferred: tables of the selected columns where none was named, and ON
 * conditions from foreign keys and paths.
 *
 * @param restriction what rows of tables that are restricted meet, as far as no ON says it
 */
record FromClause(List<Root> roots, @Nullable Expression<Boolean> restriction) {
    /** One item of FROM and what is joined to it. */
    record Root(FromItem item, List<Joined> joins) {}

    /** One resolved join; {@code on} is null for CROSS JOIN. */
    record Joined(
            JoinClause.Kind kind, FromItem item, @Nullable Expression<Boolean> on) {}

    /** @param implicit tables that join themselves, whose columns the whole statement uses */
    static FromClause resolve(Select<?> select, @Nullable Scope outer, Set<TableRef> implicit) {
        SelectBody body = select.body();
        return of(body.from().isEmpty() ? inferred(select, outer) : body.from(), body.joins(), implicit);
    }

    static FromClause of(List<FromItem> items, List<JoinClause> joins, Set<TableRef> implicit) {
        List<Root> roots = new ArrayList<>();
        for (FromItem item : new LinkedHashSet<>(items)) {
            roots.add(new Root(item, new ArrayList<>()));
        }
        for (JoinClause join : joins) {
            addJoin(roots, join);
        }
        FromClause from = new FromClause(roots, null);
        implicit.forEach(from::addImplicit);
        from.requireOneOfEachName();
        return Restrictions.apply(from);
    }

    /** Joins a table to its source, if that is in this FROM; the source of a source comes first. */
    private void addImplicit(TableRef table) {
        ImplicitJoin join = table.implicitJoin();
        if (join == null || items().stream().anyMatch(item -> has(item, table))) {
            return;
        }
        addImplicit(join.source());
        for (Root root : roots) {
            int behind = behind(root, join.source());
            if (behind >= 0) {
                boolean maybeNull = behind > 0 && isOuter(root.joins.get(behind - 1));
                JoinClause.Kind kind = join.optional() || maybeNull ? JoinClause.Kind.LEFT : JoinClause.Kind.INNER;
                root.joins.add(afterImplicit(root, behind), new Joined(kind, table, join.on()));
                return;
            }
        }
    }

    /**
     * The place in the joins right behind an item, or -1. There the columns of a table that joins itself are in scope for
     * every condition that may name them, and no outer join that follows loses a row to it.
     */
    private static int behind(Root root, FromItem source) {
        if (has(root.item, source)) {
            return 0;
        }
        for (int i = 0; i < root.joins.size(); i++) {
            if (has(root.joins.get(i).item, source)) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Whether an item is another, or a join in parentheses that has it. */
    private static boolean has(FromItem item, FromItem wanted) {
        return item.equals(wanted)
                || (item instanceof NestedJoin join && (has(join.left(), wanted) || has(join.right(), wanted)));
    }

    /** Tables that join themselves stand in the order in which the statement names them. */
    private static int afterImplicit(Root root, int behind) {
        int index = behind;
        while (index < root.joins.size() && joinsItself(root.joins.get(index).item)) {
            index++;
        }
        return index;
    }

    private static boolean isOuter(Joined joined) {
        return joined.kind == JoinClause.Kind.LEFT || joined.kind == JoinClause.Kind.FULL;
    }

    /** An alias tells two items apart; tables of one name in two schemas are told apart by those. */
    private void requireOneOfEachName() {
        Map<String, FromItem> named = new HashMap<>();
        for (FromItem item : items()) {
            String alias = alias(item);
            FromItem other = alias == null ? null : named.putIfAbsent(alias, item);
            if (other != null && !other.equals(item)) {
                throw new CompileException(
                        "ALK-1257",
                        "Cannot compile the query: two items of FROM are called '" + alias
                                + "'. Give one of them another alias.");
            }
        }
    }

    private static @Nullable String alias(FromItem item) {
        return switch (item) {
            case TableRef table -> table.alias();
            case DerivedTable derived -> derived.alias();
            case ValuesTable values -> values.alias();
            case TableFunction function -> function.alias();
            case CommonTableExpression cte -> cte.correlationName();
            case TableSample sample -> sample.table().alias();
            case NestedJoin join -> null;
            case FromExtension extension -> null;
        };
    }

    /** Every item, in the order of the clause. */
    List<FromItem> items() {
        return items(roots);
    }

    private static void addJoin(List<Root> roots, JoinClause join) {
        if (roots.isEmpty()) {
            throw new CompileException(
                    "ALK-1221",
                    "Cannot join " + name(join.target())
                            + ": the query has nothing in FROM to join it to. Add from(…).");
        }
        switch (join.target()) {
            case JoinPath path -> {
                for (JoinPath.Step step : path.steps(join.alias())) {
                    requireAbsent(roots, step.item(), path.describePath());
                    attach(roots, new Joined(join.kind(), step.item(), step.on()));
                }
            }
            case FromItem item -> {
                requireAbsent(roots, item, name(item));
                Expression<Boolean> on = join.on();
                if (on == null && join.kind() != JoinClause.Kind.CROSS && !FromCompiler.isLateral(item)) {
                    on = inferOn(roots, item);
                }
                attach(roots, new Joined(join.kind(), item, on));
            }
        }
    }

    /** Joins attach to the item that their condition mentions, so that {@code FROM a, b JOIN c} sees the right side. */
    private static void attach(List<Root> roots, Joined join) {
        Root best = roots.get(roots.size() - 1);
        if (join.on != null && roots.size() > 1) {
            Set<FromItem> mentioned = sources(owners(join.on));
            for (Root root : roots) {
                if (mentioned.contains(root.item) || root.joins.stream().anyMatch(j -> mentioned.contains(j.item))) {
                    best = root;
                }
            }
        }
        best.joins.add(join);
    }

    private static void requireAbsent(List<Root> roots, FromItem item, String path) {
        if (items(roots).contains(item)) {
            throw new CompileException(
                    "ALK-1222",
                    "Cannot join " + path + ": " + name(item)
                            + " is in FROM already. Join an alias of it: join(path, table.as(\"…\")).");
        }
    }

    private static List<FromItem> items(List<Root> roots) {
        List<FromItem> items = new ArrayList<>();
        for (Root root : roots) {
            items.add(root.item);
            root.joins.forEach(j -> items.add(j.item));
        }
        return items;
    }

    private static Expression<Boolean> inferOn(List<Root> roots, FromItem right) {
        List<Expression<Boolean>> found = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        for (FromItem left : items(roots)) {
            seen.add(name(left));
            if (left instanceof TableRef l && right instanceof TableRef r) {
                conditions(l, r, found);
                if (!l.name().equals(r.name()) || !Objects.equals(l.schema(), r.schema())) {
                    conditions(r, l, found);
                }
            }
        }
        if (found.isEmpty()) {
            throw new CompileException(
                    "ALK-1223",
                    "Cannot join " + name(right) + ": no foreign key links it to " + seen
                            + ". Give the condition: join(table, condition).");
        }
        if (found.size() > 1) {
            throw new CompileException(
                    "ALK-1224",
                    "Cannot join " + name(right) + ": " + found.size() + " foreign keys link it to " + seen
                            + ". Give the condition: join(table, condition), or join along a relationship.");
        }
        return found.get(0);
    }

    private static void conditions(TableRef from, TableRef to, List<Expression<Boolean>> into) {
        for (ForeignKeyRef key : from.foreignKeys()) {
            TableRef target = key.target();
            if (target.name().equals(to.name()) && Objects.equals(target.schema(), to.schema())) {
                Expression<Boolean> on = null;
                for (int i = 0; i < key.columns().size(); i++) {
                    Expression<Boolean> pair = new Comparison(
                            Comparison.Operator.EQUAL,
                            same(from, key.columns().get(i)),
                            same(to, key.targetColumns().get(i)));
                    on = on == null ? pair : on.and(pair);
                }
                if (on != null) {
                    into.add(on);
                }
            }
        }
    }

    private static ColumnRef<?> same(TableRef occurrence, ColumnRef<?> column) {
        for (ColumnRef<?> candidate : occurrence.columns()) {
            if (candidate.name().equals(column.name())) {
                return candidate;
            }
        }
        throw new CompileException(
                "ALK-1225",
                "Cannot join " + name(occurrence) + ": its foreign key names column '" + column.name()
                        + "', which it does not have. Correct the foreign key.");
    }

    private static List<FromItem> inferred(Select<?> select, @Nullable Scope outer) {
        Set<FromItem> items = new LinkedHashSet<>();
        Set<FromItem> joined = new LinkedHashSet<>();
        for (JoinClause join : select.body().joins()) {
            switch (join.target()) {
                case FromItem item -> joined.add(item);
                case JoinPath path -> path.steps(join.alias()).forEach(step -> joined.add(step.item()));
            }
        }
        select.selection().expressions().forEach(e -> items.addAll(owners(e)));
        if (select.body().where() != null) {
            items.addAll(owners(select.body().where()));
        }
        select.body().groupBy().forEach(e -> items.addAll(owners(e)));
        items.removeAll(joined);
        Set<FromItem> sources = sources(items);
        return outer == null ? List.copyOf(sources) : uncorrelated(sources, outer);
    }

    /** Items that stand in FROM themselves, each table that joins itself replaced by what it joins itself to. */
    private static Set<FromItem> sources(Set<FromItem> items) {
        Set<FromItem> sources = new LinkedHashSet<>();
        items.stream().filter(item -> !joinsItself(item)).forEach(sources::add);
        items.stream().filter(FromClause::joinsItself).forEach(item -> sources.add(source((TableRef) item)));
        return sources;
    }

    private static boolean joinsItself(FromItem item) {
        return item instanceof TableRef table && table.implicitJoin() != null;
    }

    private static TableRef source(TableRef table) {
        ImplicitJoin join = table.implicitJoin();
        return join == null ? table : source(join.source());
    }

    /**
     * A subquery takes from the enclosing query what that has in FROM already, unless nothing would be left: then it is a
     * query of its own on the same tables.
     */
    private static List<FromItem> uncorrelated(Set<FromItem> items, Scope outer) {
        List<FromItem> own = items.stream().filter(item -> !outer.has(item)).toList();
        return own.isEmpty() ? List.copyOf(items) : own;
    }

    /** What the columns of an expression belong to; subqueries bring their own FROM and are not entered. */
    static Set<FromItem> owners(SqlNode node) {
        Owners owners = new Owners();
        owners.child(node);
        return owners.found;
    }

    static String name(Object target) {
        return switch (target) {
            case TableRef table -> "table '" + table.correlationName() + "'";
            case JoinPath path -> "'" + path.describePath() + "'";
            default -> "'" + target + "'";
        };
    }

    private static final class Owners implements ChildrenOnly {
        private final Set<FromItem> found = new LinkedHashSet<>();

        @Override
        public Description child(@Nullable SqlNode child) {
            if (child instanceof ColumnRef<?> column) {
                found.add(column.owner());
            } else if (child != null && !(child instanceof QueryExpression<?>)) {
                child.describe(this);
            }
            return this;
        }
    }
}
