package org.alkahest.sql;

/** {@code statement RETURNING selection}: the changed rows, after INSERT and UPDATE as they are now, after DELETE as they were. */
public record Returning<R>(DmlStatement statement, Selectable<R> selection) implements RowStatement<R> {
    @Override
    public void describe(Description description) {
        description.add(Returning.class).child(statement).children(selection.expressions());
    }

    @Override
    public Returning<R> mapChildren(NodeMapper mapper) {
        return new Returning<>(mapper.map(statement), selection.mapParts(mapper));
    }
}
