package org.alkahest.compile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.Logical;
import org.alkahest.sql.SqlNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds items of FROM that nothing connects, so that every row of one meets every row of the other: mostly a forgotten
 * condition. A join connects its two sides, CROSS JOIN included, for it was asked for; a condition of WHERE connects all
 * items whose columns it names, in subqueries as well.
 */
final class CartesianProducts {
    private CartesianProducts() {}

    /** A warning that names both sides, or null if there is no product. */
    static @Nullable String warning(FromClause from, @Nullable Expression<Boolean> where) {
        if (from.roots().size() < 2) {
            return null;
        }
        List<Set<FromItem>> groups = new ArrayList<>();
        for (FromClause.Root root : from.roots()) {
            Set<FromItem> group = new LinkedHashSet<>();
            group.add(root.item());
            root.joins().forEach(join -> group.add(join.item()));
            groups.add(group);
        }
        for (FromClause.Root root : from.roots()) {
            root.joins().forEach(join -> connect(groups, join.on()));
            if (FromCompiler.isLateral(root.item())) {
                Set<FromItem> together = mentioned(root.item());
                together.add(root.item());
                connectAll(groups, together);
            }
        }
        if (where != null) {
            Logical.terms(Logical.Connective.AND, where).forEach(condition -> connect(groups, condition));
        }
        return groups.size() < 2 ? null : message(groups);
    }

    private static String message(List<Set<FromItem>> groups) {
        return "The query combines every row of " + names(groups.get(0)) + " with every row of " + names(groups.get(1))
                + ": no condition connects them. Join them, or say crossJoin(…) if that is meant.";
    }

    private static String names(Set<FromItem> group) {
        return group.stream().map(FromClause::name).toList().toString();
    }

    private static void connect(List<Set<FromItem>> groups, @Nullable Expression<?> condition) {
        if (condition != null) {
            connectAll(groups, mentioned(condition));
        }
    }

    /** Makes one group of all that have one of the items. */
    private static void connectAll(List<Set<FromItem>> groups, Set<FromItem> items) {
        Set<FromItem> merged = new LinkedHashSet<>();
        for (Set<FromItem> group : groups) {
            if (!Collections.disjoint(group, items)) {
                merged.addAll(group);
            }
        }
        if (!merged.isEmpty()) {
            groups.removeIf(group -> !Collections.disjoint(group, items));
            groups.add(0, merged);
        }
    }

    private static Set<FromItem> mentioned(SqlNode node) {
        Set<FromItem> owners = new HashSet<>();
        for (SqlNode descendant : node.descendants()) {
            if (descendant instanceof ColumnRef<?> column) {
                owners.add(column.owner());
            }
        }
        return owners;
    }
}
