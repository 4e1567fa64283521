package org.alkahest.compile;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.JoinClause;
import org.alkahest.sql.NestedJoin;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.TableSample;
import org.jspecify.annotations.Nullable;

/**
 * Puts the conditions of restricted tables where they keep rows of that table out and no others: of what an outer join may
 * leave without a partner into its ON, of the rest into WHERE.
 */
final class Restrictions {
    private Restrictions() {}

    static FromClause apply(FromClause from) {
        if (from.items().stream().noneMatch(Restrictions::isRestricted)) {
            return from;
        }
        List<FromClause.Root> roots = new ArrayList<>();
        Expression<Boolean> where = null;
        for (FromClause.Root root : from.roots()) {
            List<FromClause.Joined> joins = new ArrayList<>();
            Expression<Boolean> left = of(root.item());
            for (FromClause.Joined join : root.joins()) {
                Expression<Boolean> right = of(join.item());
                Expression<Boolean> on = join.on();
                switch (join.kind()) {
                    case INNER, LEFT -> on = and(on, right);
                    case CROSS -> left = and(left, right);
                    case RIGHT -> {
                        on = and(on, left);
                        left = right;
                    }
                    case FULL -> requireNone(join.item(), and(left, right));
                }
                joins.add(new FromClause.Joined(join.kind(), nested(join.item()), on));
            }
            roots.add(new FromClause.Root(nested(root.item()), joins));
            where = and(where, left);
        }
        return new FromClause(roots, where);
    }

    static @Nullable Expression<Boolean> and(@Nullable Expression<Boolean> some, @Nullable Expression<Boolean> more) {
        return some == null ? more : more == null ? some : some.and(more);
    }

    private static boolean isRestricted(FromItem item) {
        return item instanceof NestedJoin join
                ? isRestricted(join.left()) || isRestricted(join.right())
                : of(item) != null;
    }

    /** A nested join with the conditions of its tables in its own ON, where an inner join has their place. */
    private static FromItem nested(FromItem item) {
        if (!(item instanceof NestedJoin join) || !isRestricted(item)) {
            return item;
        }
        Expression<Boolean> restrictions = and(of(join.left()), of(join.right()));
        if (join.kind() != JoinClause.Kind.INNER) {
            throw noPlace(item);
        }
        return new NestedJoin(
                nested(join.left()),
                join.kind(),
                nested(join.right()),
                restrictions == null ? join.on() : join.on().and(restrictions));
    }

    private static @Nullable Expression<Boolean> of(FromItem item) {
        FromItem sampled = item instanceof TableSample sample ? sample.table() : item;
        return sampled instanceof TableRef table ? table.restriction() : null;
    }

    private static void requireNone(FromItem item, @Nullable Expression<Boolean> restriction) {
        if (restriction != null) {
            throw noPlace(item);
        }
    }

    private static CompileException noPlace(FromItem item) {
        return new CompileException(
                "ALK-2028",
                "Cannot compile the join of " + FromClause.name(item)
                        + ": it is a FULL JOIN, or an outer join in parentheses, and a side of it is a part of a"
                        + " table, the rows of one class, for which neither ON nor WHERE is the place. Join"
                        + " select(…).asTable(…) of that side.");
    }
}
