package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;

/** Turns set operations into a SELECT from them, for places that take only that. */
final class CombinedRows {
    private static final String ALIAS = "combined_rows";

    private CombinedRows() {}

    /** A query of the same rows in the same order. */
    static Select<?> select(QueryExpression<?> query) {
        return switch (query) {
            case Select<?> select -> select;
            case SetOperation<?> operation -> select(operation);
        };
    }

    private static Select<?> select(SetOperation<?> operation) {
        List<QueryExpression<?>> terms = new ArrayList<>(operation.terms());
        terms.set(0, withLabels(select(terms.get(0))));
        DerivedTable rows =
                new SetOperation<Row>(operation.operator(), terms, List.of(), RowLimit.NONE, List.of()).asTable(ALIAS);
        List<? extends Expression<?>> selected = operation.selection().expressions();
        List<Expression<?>> columns = new ArrayList<>();
        for (int i = 0; i < selected.size(); i++) {
            columns.add(rows.column(label(i), selected.get(i).type()));
        }
        List<OrderItem> order = new ArrayList<>();
        for (OrderItem item : operation.orderBy()) {
            order.add(
                    new OrderItem(resultColumn(item.expression(), selected, columns), item.direction(), item.nulls()));
        }
        SelectBody body = SelectBody.EMPTY.with(b -> {
            b.from = List.of(rows);
            b.orderBy = order;
            b.limit = operation.limit();
            b.extensions = operation.extensions().stream()
                    .filter(extension -> extension.position() == SyntaxExtension.Position.POST_BODY)
                    .toList();
        });
        return new Select<>(Sql.selectRow(columns).selection(), body);
    }

    private static Select<Row> withLabels(Select<?> select) {
        List<Expression<?>> columns = new ArrayList<>();
        for (Expression<?> column : select.selection().expressions()) {
            Expression<?> operand = column instanceof Labeled<?> labeled ? labeled.operand() : column;
            columns.add(operand.as(label(columns.size())));
        }
        return select.withSelection(Sql.selectRow(columns).selection());
    }

    private static Expression<?> resultColumn(
            Expression<?> key, List<? extends Expression<?>> selected, List<Expression<?>> columns) {
        for (int i = 0; i < columns.size(); i++) {
            boolean named = key.label().isPresent()
                    && key.label().equals(selected.get(i).label());
            if (named || key.equals(selected.get(i))) {
                return columns.get(i);
            }
        }
        return key;
    }

    private static String label(int position) {
        return "c" + (position + 1);
    }
}
