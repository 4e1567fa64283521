package org.alkahest.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.DerivedTable;
import org.alkahest.sql.Description;
import org.alkahest.sql.Expression;
import org.alkahest.sql.ExpressionExtension;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.FunctionExpression;
import org.alkahest.sql.Labeled;
import org.alkahest.sql.MultisetQuery;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.RenderContext;
import org.alkahest.sql.Select;
import org.alkahest.sql.SelectBody;
import org.alkahest.sql.Sql;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/**
 * Compiles the rows of a query into one JSON value, an array with an array per row: {@code SELECT json_arrayagg(json_array(…))
 * FROM (query)}. Where a query in FROM cannot see what encloses it, the aggregate takes the place of the query's own columns.
 */
abstract class MultisetCompiler extends SelectCompiler {
    /** Of the query in FROM. */
    private static final String ALIAS = "multiset_rows";

    MultisetCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    @Override
    final void visitMultiset(MultisetQuery e) {
        append("(");
        visitRowsAsJson(e.query());
        append(")");
    }

    /** A query as a query of one JSON value. */
    protected void visitRowsAsJson(Select<?> query) {
        if (correlatesInFrom()) {
            visitAggregateOf(query);
        } else if (isPlain(query)) {
            List<? extends Expression<?>> columns = query.selection().expressions();
            visitQuery(query.unordered()
                    .withSelection(new RowsAsJson(columns, query.body().orderBy())));
        } else {
            requireUncorrelated(query);
            visitAggregateOf(query);
        }
    }

    /** Whether a query in FROM sees the columns of what encloses the query around it. */
    protected boolean correlatesInFrom() {
        return true;
    }

    /** What keeps the order of a query in FROM, where a database takes it for superfluous. */
    protected Select<?> keepingOrder(Select<?> query) {
        return query;
    }

    /**
     * The aggregate of all rows, in an order that may be empty: {@code JSON_ARRAYAGG(JSON_ARRAY(columns) ORDER BY order)}
     * (SQL:2023 part 2, 10.11).
     */
    protected void visitJsonRows(List<? extends Expression<?>> columns, List<OrderItem> order) {
        append("JSON_ARRAYAGG(JSON_ARRAY(");
        visitJsonCells(columns);
        append(" NULL ON NULL)");
        visitJsonOrder(order);
        append(")");
    }

    protected final void visitJsonCells(List<? extends Expression<?>> columns) {
        for (int i = 0; i < columns.size(); i++) {
            append(i == 0 ? "" : ", ");
            visitJsonCell(columns.get(i));
        }
    }

    protected final void visitJsonOrder(List<OrderItem> order) {
        for (int i = 0; i < order.size(); i++) {
            append(i == 0 ? " ORDER BY " : ", ");
            visitOrderItem(order.get(i));
        }
    }

    /**
     * A value as JSON, or as what becomes JSON by itself: whatever JSON would not carry exactly goes as text, documents too,
     * and bytes as hexadecimal digits.
     */
    protected void visitJsonCell(Expression<?> value) {
        visitUntyped(value);
    }

    private void visitAggregateOf(Select<?> query) {
        Select<?> labeled = labeled(query);
        DerivedTable rows = keepingOrder(labeled).asTable(ALIAS);
        List<Expression<?>> columns = new ArrayList<>();
        for (Expression<?> column : labeled.selection().expressions()) {
            columns.add(rows.column(column.label().orElseThrow(), column.type()));
        }
        visitQuery(Sql.select(new RowsAsJson(columns, List.of())).from(rows));
    }

    /** The same query, its columns called c1, c2 and so on. */
    protected static Select<?> labeled(Select<?> select) {
        List<Expression<?>> columns = new ArrayList<>();
        for (Expression<?> column : select.selection().expressions()) {
            Expression<?> operand = column instanceof Labeled<?> labeled ? labeled.operand() : column;
            columns.add(operand.as("c" + (columns.size() + 1)));
        }
        return select.withSelection(Sql.selectRow(columns).selection());
    }

    /** Whether the columns are computed row by row and all rows are taken, so that an aggregate can take them in place. */
    private static boolean isPlain(Select<?> select) {
        SelectBody body = select.body();
        boolean allRows = body.distinct() == null
                && body.groupBy().isEmpty()
                && body.having() == null
                && body.qualify() == null
                && body.seek().isEmpty()
                && body.limit().isNone()
                && body.locks().isEmpty()
                && body.extensions().isEmpty();
        return allRows
                && select.selection().expressions().stream()
                        .flatMap(column -> column.descendants().stream())
                        .noneMatch(FunctionExpression.class::isInstance);
    }

    private void requireUncorrelated(Select<?> query) {
        List<FromItem> own = new ArrayList<>();
        query.descendants().forEach(node -> {
            if (node instanceof Select<?> select) {
                FromClause.resolve(select, scope(), Set.of()).roots().forEach(root -> {
                    own.add(root.item());
                    root.joins().forEach(join -> own.add(join.item()));
                });
            }
        });
        query.descendants().forEach(node -> {
            if (node instanceof ColumnRef<?> column && !own.contains(column.owner()) && isInScope(column.owner())) {
                throw new UnsupportedFeatureException(
                        "multiset of a query that is limited, distinct, grouped, combined or computes functions, and"
                                + " names columns of the query around it",
                        traits,
                        "Select '" + column + "' with the rows and group them in Java, or compute in a second query.");
            }
        });
    }

    private boolean isInScope(FromItem item) {
        Scope here = scope();
        return here != null && here.has(item);
    }

    /** The aggregate in the place of columns. Exists while it is compiled. */
    private final class RowsAsJson implements ExpressionExtension<String> {
        private final List<? extends Expression<?>> columns;
        private final List<OrderItem> order;

        RowsAsJson(List<? extends Expression<?>> columns, List<OrderItem> order) {
            this.columns = columns.stream()
                    .map(column -> column instanceof Labeled<?> labeled ? labeled.operand() : column)
                    .toList();
            this.order = order;
        }

        @Override
        public SqlType<String> type() {
            return SqlTypes.TEXT;
        }

        @Override
        public void describe(Description description) {
            description.children(columns).children(order);
        }

        @Override
        public void render(RenderContext context) {
            visitJsonRows(columns, order);
        }
    }
}
