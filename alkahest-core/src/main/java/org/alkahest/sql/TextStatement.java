package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** A statement written as SQL, with {@code :name} parameters. Immutable. */
public record TextStatement(TextTemplate template) implements Statement {
    /** Gives a parameter a value, sent as a bind parameter. */
    public <T> TextStatement bind(String name, T value) {
        return new TextStatement(template.bind(name, Sql.value(value)));
    }

    /** Gives a parameter a value, possibly null, of a type. */
    public <T> TextStatement bind(String name, @Nullable T value, SqlType<T> type) {
        return new TextStatement(template.bind(name, new Literal<>(value, type)));
    }

    /** Says which tables the text reads and writes, for a session that would flush for any else. Calls add up. */
    public TextStatement touching(TableRef... tables) {
        return new TextStatement(template.touching(tables));
    }

    /** The same text as a query whose columns are read, by position, as the selection says. */
    public <R> TextQuery<R> returning(Selectable<R> selection) {
        return new TextQuery<>(template, Objects.requireNonNull(selection, "selection is null"));
    }

    @Override
    public void describe(Description description) {
        description.add(TextStatement.class).child(template);
    }

    @Override
    public TextStatement mapChildren(NodeMapper mapper) {
        return new TextStatement(mapper.map(template));
    }
}
