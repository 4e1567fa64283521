package org.alkahest.orm;

import org.alkahest.engine.Connection;
import org.alkahest.engine.Result;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Returning;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TextStatement;
import org.alkahest.type.AlkahestArgumentException;

/** What the listeners of a session make of its statements, before they are judged for autoflush, compiled and sent. */
final class StatementHook {
    private final Session session;
    private final SessionEvents events;

    StatementHook(Session session, SessionEvents events) {
        this.session = session;
        this.events = events;
    }

    /** @param own whether the session looks for objects, or the user asked for the statement */
    @SuppressWarnings("unchecked") // a query's rows are read as the query that it stands for says
    <R> RowStatement<R> query(RowStatement<R> statement, boolean own) {
        Statement sent = events.replace(statement, (listener, each) -> listener.beforeExecute(session, each, own));
        if (sent instanceof RowStatement<?> rows) {
            return (RowStatement<R>) rows;
        }
        throw wrongKind(statement, sent, "a statement that returns rows");
    }

    /** The rows of a query as it is sent, from where listeners say. */
    <R> Result<R> rows(RowStatement<R> sent, DecodeScope scope, boolean own) {
        Route route = sent instanceof Returning<?>
                ? Route.SESSION
                : events.route(listener -> listener.route(session, sent, own));
        return switch (route) {
            case Route.OfSession here -> session.context().connection(sent).execute(sent, scope);
            case Route.OfConnection other -> other.connection().execute(sent, scope);
            case Route.OfEngine other -> rows(other.engine().connect(), sent, scope);
            case Route.OfCache kept ->
                Result.replay(
                        kept.cache()
                                .rows(() -> session.context()
                                        .connection(sent)
                                        .execute(sent.asValues())
                                        .freeze()),
                        sent,
                        scope);
        };
    }

    /** On a connection that is closed with the result. */
    private static <R> Result<R> rows(Connection connection, RowStatement<R> sent, DecodeScope scope) {
        try {
            Result<R> result = connection.execute(sent, scope);
            return Result.over(result.iterator(), connection::close);
        } catch (RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    DmlStatement change(DmlStatement statement) {
        Statement sent = events.replace(statement, (listener, each) -> listener.beforeExecute(session, each, false));
        if (sent instanceof DmlStatement change) {
            return change;
        }
        throw wrongKind(statement, sent, "an INSERT, UPDATE, DELETE or MERGE");
    }

    TextStatement text(TextStatement statement) {
        Statement sent = events.replace(statement, (listener, each) -> listener.beforeExecute(session, each, false));
        if (sent instanceof TextStatement text) {
            return text;
        }
        throw wrongKind(statement, sent, "text");
    }

    private static AlkahestArgumentException wrongKind(Statement given, Statement sent, String wanted) {
        return new AlkahestArgumentException(
                "ALK-2210",
                "Cannot execute a " + sent.getClass().getSimpleName() + ": a listener's beforeExecute gave it for a "
                        + given.getClass().getSimpleName() + ", whose caller waits for the result of " + wanted
                        + ". Give a statement of the same kind.");
    }
}
