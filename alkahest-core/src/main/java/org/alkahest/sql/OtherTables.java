package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;

/** What UPDATE and DELETE have in FROM or USING beside their target. Immutable. */
public record OtherTables(List<FromItem> items, List<JoinClause> joins) {
    /** The target alone. */
    public static final OtherTables NONE = new OtherTables(List.of(), List.of());

    public OtherTables {
        items = List.copyOf(items);
        joins = List.copyOf(joins);
    }

    /** Whether the target is alone. */
    public boolean isEmpty() {
        return items.isEmpty() && joins.isEmpty();
    }

    OtherTables with(FromItem... more) {
        List<FromItem> all = new ArrayList<>(items);
        all.addAll(List.of(more));
        return new OtherTables(all, joins);
    }

    OtherTables with(JoinClause join) {
        List<JoinClause> all = new ArrayList<>(joins);
        all.add(join);
        return new OtherTables(items, all);
    }

    void describe(Description description) {
        description.children(items).add(joins.size());
        joins.forEach(join -> join.describe(description));
    }

    OtherTables mapChildren(NodeMapper mapper) {
        return new OtherTables(
                mapper.mapAll(items),
                joins.stream().map(join -> join.mapChildren(mapper)).toList());
    }
}
