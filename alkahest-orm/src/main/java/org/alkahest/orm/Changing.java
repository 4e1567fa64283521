package org.alkahest.orm;

import java.util.List;
import org.alkahest.engine.Result;
import org.alkahest.engine.UpdateResult;
import org.alkahest.orm.load.RowScope;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.sql.Delete;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Merge;
import org.alkahest.sql.Returning;

/** Sends statements that change rows directly, and lets the session's objects follow. One thread at a time. */
final class Changing {
    private final Session session;
    private final SessionContext context;

    Changing(Session session) {
        this.session = session;
        this.context = session.context();
    }

    UpdateResult run(DmlStatement given, Synchronize how) {
        DmlStatement statement = CriteriaRules.counted(given, context);
        context.beforeQuery(statement);
        CriteriaChange change = CriteriaChange.before(context, statement, how);
        UpdateResult result = context.connection(statement).execute(statement);
        change.done();
        context.events().later(listener -> listener.rowsChanged(session, statement, result));
        context.events().deliver();
        return result;
    }

    /** The rows are read whole before the objects follow. Entities among them have what the rows have now. */
    <R> Result<R> run(Returning<R> given) {
        DmlStatement statement = CriteriaRules.counted(given.statement(), context);
        Returning<R> sent = new Returning<>(statement, given.selection());
        context.beforeQuery(sent);
        boolean returned = isReturned(sent);
        CriteriaChange change = returned
                ? CriteriaChange.returned(context, statement)
                : CriteriaChange.before(context, statement, Synchronize.AUTO);
        RowScope scope = context.loader().scope("was returned by a statement").refreshing();
        List<R> rows = context.connection(sent).execute(sent, scope).all();
        scope.completed();
        change.done();
        if (returned) {
            finish(statement, rows);
        }
        UpdateResult result = new UpdateResult(rows.size());
        context.events().later(listener -> listener.rowsChanged(session, statement, result));
        context.events().deliver();
        return Result.over((returned ? Session.unique(rows) : rows).iterator(), () -> {});
    }

    /** Whether every object whose row is changed comes back with its row. */
    private static boolean isReturned(Returning<?> statement) {
        return statement.selection() instanceof EntityTable<?> table
                && statement.statement().table() instanceof EntityTable<?> target
                && table.mapping().equals(target.mapping())
                && !(statement.statement() instanceof Merge);
    }

    private void finish(DmlStatement statement, List<?> objects) {
        if (!(statement instanceof Delete)) {
            return;
        }
        for (Object object : objects) {
            EntityEntry<?> entry = object == null ? null : context.identities().find(object);
            if (entry != null) {
                context.deleted(entry);
            }
        }
    }
}
