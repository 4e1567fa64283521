package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;

/** Gives the rows of statements another form; the columns, and so the SQL, stay the same. */
final class RowForms {
    private RowForms() {}

    /** @param selection of the same columns as the statement's own */
    static <R> RowStatement<R> decoded(RowStatement<?> statement, Selectable<R> selection) {
        return switch (statement) {
            case QueryExpression<?> query -> decoded(query, selection);
            case Returning<?> returning -> new Returning<>(returning.statement(), selection);
            case TextQuery<?> text -> new TextQuery<>(text.template(), selection);
        };
    }

    private static <R> QueryExpression<R> decoded(QueryExpression<?> query, Selectable<R> selection) {
        return switch (query) {
            case Select<?> select -> select.withSelection(selection);
            case SetOperation<?> operation -> {
                List<QueryExpression<?>> terms = new ArrayList<>(operation.terms());
                terms.set(0, decoded(terms.get(0), selection));
                yield operation.with(terms, operation.orderBy());
            }
        };
    }
}
