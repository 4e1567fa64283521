package org.alkahest.orm.mapping;

import java.util.List;
import org.alkahest.schema.Column;

/**
 * The part of an entity's row that one table holds. Immutable.
 *
 * @param columns the table's columns that objects of the class have
 */
public record TablePart(EntityTable<?> table, List<Column<?>> columns) {
    public TablePart {
        columns = List.copyOf(columns);
    }
}
