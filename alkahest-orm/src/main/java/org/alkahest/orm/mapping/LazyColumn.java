package org.alkahest.orm.mapping;

import java.util.Objects;
import org.alkahest.schema.Column;

/**
 * A column whose attribute is a {@link Lazy}, so that queries leave it out. Immutable.
 *
 * @param position the attribute's position, the same in subclasses
 * @param attribute the name of the field
 * @param group what is loaded with it: all lazy columns of the same group, or it alone if that is empty
 */
public record LazyColumn(Column<?> column, int position, String attribute, String group) {
    public LazyColumn {
        Objects.requireNonNull(column, "column is null");
        Objects.requireNonNull(attribute, "attribute is null");
        Objects.requireNonNull(group, "group is null");
    }

    /** Whether one is loaded along with the other. */
    public boolean isLoadedWith(LazyColumn other) {
        return position == other.position || (!group.isEmpty() && group.equals(other.group));
    }
}
