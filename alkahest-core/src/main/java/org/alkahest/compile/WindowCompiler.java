package org.alkahest.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.sql.Expression;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.WindowFrame;
import org.alkahest.sql.WindowFunction;
import org.alkahest.sql.WindowSpecification;
import org.alkahest.type.Codecs;

/** Compiles window functions, and collects the windows with names for the WINDOW clause of their query. */
abstract class WindowCompiler extends JsonCompiler {
    private Map<String, WindowSpecification> named = new LinkedHashMap<>();

    WindowCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** Begins a query with windows of its own; gives what {@link #endWindows} takes. */
    final Map<String, WindowSpecification> beginWindows() {
        Map<String, WindowSpecification> outer = named;
        named = new LinkedHashMap<>();
        return outer;
    }

    final void endWindows(Map<String, WindowSpecification> outer) {
        named = outer;
    }

    /** The WINDOW clause, if the query has named windows. Stands after HAVING and before ORDER BY. */
    protected final void visitNamedWindows(List<WindowSpecification> used) {
        if (!traits.has(Feature.NAMED_WINDOWS)) {
            return;
        }
        for (WindowSpecification window : used) {
            remember(window);
        }
        int i = 0;
        for (Map.Entry<String, WindowSpecification> window : named.entrySet()) {
            append(i == 0 ? " WINDOW " : ", ");
            appendIdentifier(window.getKey());
            append(" AS ");
            visitWindow(window.getValue());
            i++;
        }
    }

    private void remember(WindowSpecification window) {
        if (window.base() != null) {
            remember(window.base());
        }
        String name = window.name();
        if (name == null) {
            return;
        }
        WindowSpecification present = named.putIfAbsent(name, window);
        if (present != null && !present.equals(window)) {
            throw new CompileException(
                    "ALK-1230",
                    "Cannot compile the query: it has two different windows named '" + name
                            + "'. Give one of them another name.");
        }
    }

    @Override
    protected void visitWindowFunction(WindowFunction<?> e) {
        traits.require(Feature.WINDOW_FUNCTIONS);
        if (e.ignoreNulls()) {
            traits.require(Feature.IGNORE_NULLS);
        }
        visitWindowedFunction(e);
        append(" OVER ");
        remember(e.window());
        String name = e.window().name();
        if (name != null && traits.has(Feature.NAMED_WINDOWS)) {
            appendIdentifier(name);
        } else {
            visitWindow(e.window());
        }
    }

    /** The function itself, with its treatment of NULL. */
    protected void visitWindowedFunction(WindowFunction<?> e) {
        visit(e.function());
        append(e.ignoreNulls() ? " IGNORE NULLS" : "");
    }

    /** Where the database has no WINDOW clause, what stands in a named window is written wherever it is used. */
    private void visitWindow(WindowSpecification window) {
        List<Runnable> parts = new ArrayList<>();
        WindowSpecification base = window.base();
        String baseName = base == null ? null : base.name();
        if (baseName != null && traits.has(Feature.NAMED_WINDOWS)) {
            parts.add(() -> appendIdentifier(baseName));
        } else if (base != null) {
            addPartsOf(base, parts);
        }
        addPartsOf(window, parts);
        append("(");
        for (int i = 0; i < parts.size(); i++) {
            append(i == 0 ? "" : " ");
            parts.get(i).run();
        }
        append(")");
    }

    private void addPartsOf(WindowSpecification window, List<Runnable> parts) {
        if (!window.partitionBy().isEmpty()) {
            parts.add(() -> {
                append("PARTITION BY ");
                visitAll(window.partitionBy());
            });
        }
        if (!window.orderBy().isEmpty()) {
            parts.add(() -> {
                append("ORDER BY ");
                visitWindowOrder(window.orderBy());
            });
        }
        WindowFrame frame = window.frame();
        if (frame != null) {
            parts.add(() -> visitFrame(frame));
        }
    }

    private void visitWindowOrder(List<OrderItem> items) {
        for (int i = 0; i < items.size(); i++) {
            append(i == 0 ? "" : ", ");
            visitOrderItem(items.get(i));
        }
    }

    private void requireFrame(WindowFrame frame) {
        if (frame.unit() == WindowFrame.Unit.GROUPS) {
            traits.require(Feature.FRAME_GROUPS);
        }
        boolean distance = frame.start().distance() != null || frame.end().distance() != null;
        if (frame.unit() == WindowFrame.Unit.RANGE && distance) {
            traits.require(Feature.FRAME_RANGE_OFFSET);
        }
        if (frame.exclusion() != WindowFrame.Exclusion.NO_OTHERS) {
            traits.require(Feature.FRAME_EXCLUDE);
        }
    }

    protected void visitFrame(WindowFrame frame) {
        requireFrame(frame);
        append(frame.unit().name()).append(" BETWEEN ");
        visitBound(frame.start());
        append(" AND ");
        visitBound(frame.end());
        if (frame.exclusion() != WindowFrame.Exclusion.NO_OTHERS) {
            append(" EXCLUDE ").append(frame.exclusion().sql());
        }
    }

    /** How far a bound of a frame is from the current row. */
    protected void visitDistance(Expression<?> distance) {
        visit(distance);
    }

    private void visitBound(WindowFrame.Bound bound) {
        if (bound.distance() != null) {
            visitDistance(bound.distance());
            append(" ");
        }
        append(bound.kind().sql());
    }
}
