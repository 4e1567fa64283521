package org.alkahest.orm.unitofwork;

import java.util.List;
import org.alkahest.engine.ParameterRows;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/** Objects as rows of parameters, named after the columns that are written: read from the objects themselves when sent. */
record EntityRows(List<EntityEntry<?>> entries, List<Column<?>> columns, List<String> names) implements ParameterRows {
    EntityRows(List<EntityEntry<?>> entries, List<Column<?>> columns) {
        this(entries, columns, columns.stream().map(Column::name).toList());
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public @Nullable Object value(int row, int name) {
        return entries.get(row).valueToWrite(columns.get(name));
    }
}
