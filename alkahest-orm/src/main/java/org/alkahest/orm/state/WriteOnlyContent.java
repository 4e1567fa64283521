package org.alkahest.orm.state;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.alkahest.orm.mapping.WriteOnly;

/**
 * The content of a write-only collection, which is what was added to it since the last flush; what was removed stands
 * beside, as the baseline that the content is compared with.
 */
final class WriteOnlyContent<T> extends AbstractCollection<T> {
    private final WriteOnly<T> field;
    private final List<T> removed = new ArrayList<>();

    WriteOnlyContent(WriteOnly<T> field) {
        this.field = field;
    }

    WriteOnly<T> field() {
        return field;
    }

    List<T> removed() {
        return removed;
    }

    @Override
    public boolean add(T element) {
        return field.pending().add(element);
    }

    @Override
    public Iterator<T> iterator() {
        return field.pending().iterator();
    }

    @Override
    public int size() {
        return field.pending().size();
    }

    /** A flush wrote it, or a rollback discards it. */
    @Override
    public void clear() {
        field.pending().clear();
        removed.clear();
    }
}
