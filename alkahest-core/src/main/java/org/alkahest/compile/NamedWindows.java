package org.alkahest.compile;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.sql.ChildrenOnly;
import org.alkahest.sql.Description;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.WindowFunction;
import org.alkahest.sql.WindowSpecification;
import org.jspecify.annotations.Nullable;

/** Finds the named windows that ORDER BY uses: the WINDOW clause stands before it. */
final class NamedWindows implements ChildrenOnly {
    private final List<WindowSpecification> found = new ArrayList<>();

    private NamedWindows() {}

    static List<WindowSpecification> in(List<OrderItem> items) {
        NamedWindows windows = new NamedWindows();
        items.forEach(windows::child);
        return windows.found;
    }

    @Override
    public Description child(@Nullable SqlNode child) {
        if (child instanceof WindowFunction<?> function && function.window().name() != null) {
            found.add(function.window());
        }
        if (child != null && !(child instanceof QueryExpression<?>)) {
            child.describe(this);
        }
        return this;
    }
}
