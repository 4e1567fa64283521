package org.alkahest.orm;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.alkahest.engine.Result;
import org.alkahest.orm.load.RowScope;
import org.alkahest.orm.load.SubclassRows;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.sql.Row;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Select;
import org.alkahest.sql.Sql;

/** Runs a query of a class on that class's columns alone; those of its subclasses follow. One use. */
final class QueryApart<E> {
    private final SessionContext context;
    private final Select<E> select;
    private final RowStatement<Row> sent;
    private final RowScope scope;
    private final SubclassRows<E> rows;

    QueryApart(SessionContext context, EntityTable<E> table, Select<E> select, String origin, boolean readOnly) {
        this.context = context;
        this.select = select;
        this.sent = context.hook()
                .query(select.withSelection(Sql.selectRow(table.mappedColumns()).selection()), false);
        this.scope = context.scope(sent, origin, readOnly);
        this.rows = new SubclassRows<>(context, context.loader(), scope, table, origin);
    }

    /** @param then is given the objects before anybody sees them */
    List<E> all(Consumer<List<E>> then) {
        try (Result<Row> result = begin()) {
            return objects(result.all(), then);
        }
    }

    Stream<E> stream(Consumer<List<E>> then) {
        Result<Row> result = begin();
        return result.partitions(context.batchSize())
                .map(part -> context.guard().call(() -> objects(part, then)))
                .flatMap(List::stream)
                .onClose(result::close);
    }

    /** What the subclasses' SELECTs would miss is flushed before the first of them. */
    private Result<Row> begin() {
        context.beforeQuery(select);
        context.beforeQuery(sent);
        return context.hook().rows(sent, scope, false);
    }

    private List<E> objects(List<Row> part, Consumer<List<E>> then) {
        List<E> objects = Session.unique(rows.objects(part));
        scope.completed();
        then.accept(objects);
        return objects;
    }
}
