package org.alkahest.orm.mapping;

import java.util.List;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;

/**
 * The table between the two sides of a many-to-many association.
 *
 * @param ownerColumns its columns that refer to the owning side's key
 * @param targetColumns its columns that refer to the other side's key
 */
public record JoinTable(Table table, List<Column<?>> ownerColumns, List<Column<?>> targetColumns) {
    public JoinTable {
        ownerColumns = List.copyOf(ownerColumns);
        targetColumns = List.copyOf(targetColumns);
    }

    /** The same table seen from the other side. */
    public JoinTable reversed() {
        return new JoinTable(table, /* ownerColumns= */ targetColumns, /* targetColumns= */ ownerColumns);
    }
}
