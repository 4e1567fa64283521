package org.alkahest.sql;

/** A query written as SQL, whose columns are read by position as the selection says. Immutable. */
public record TextQuery<R>(TextTemplate template, Selectable<R> selection) implements RowStatement<R> {
    /** Gives a parameter a value, sent as a bind parameter. */
    public <T> TextQuery<R> bind(String name, T value) {
        return new TextQuery<>(template.bind(name, Sql.value(value)), selection);
    }

    /** Says which tables the text reads, for a session that would flush for any else. Calls add up. */
    public TextQuery<R> reads(TableRef... tables) {
        return new TextQuery<>(template.touching(tables), selection);
    }

    /** This query in FROM. The SELECT list has to name its columns as the text does. */
    public DerivedTable asTable(String alias) {
        return new DerivedTable(this, alias, false);
    }

    @Override
    public void describe(Description description) {
        description.add(TextQuery.class).child(template).children(selection.expressions());
    }

    @Override
    public TextQuery<R> mapChildren(NodeMapper mapper) {
        return new TextQuery<>(mapper.map(template), selection.mapParts(mapper));
    }
}
