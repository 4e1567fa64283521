package org.alkahest.orm.mapping;

import java.util.Objects;
import org.alkahest.type.ExtensionPoint;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * How objects are made and read whose constructor takes everything: records, and classes with final fields. Nothing can be
 * set afterwards: whatever asks for it errors with ALK-2094. Thread-safe.
 */
@ExtensionPoint("generated, or written by hand for classes that cannot be annotated")
public abstract class ConstructedMapping<E> extends ImmutableMapping<E> {
    /** For subclasses. */
    protected ConstructedMapping() {}

    /**
     * The object of a row whose columns begin at a position.
     *
     * @param references what the fields of associations hold, by index
     */
    public abstract E construct(RowReader row, int position, @Nullable Object[] references);

    @Override
    public final E newInstance() {
        throw new MappingException(
                "ALK-2094",
                "Cannot make an empty " + name() + ": it is made by a constructor that takes all its values. Make it"
                        + " with that constructor, or map a class with settable fields.");
    }

    @Override
    public final void read(E entity, RowReader row, int position) {
        throw unchangeable(entity, "its values");
    }

    @Override
    public final void setValue(E entity, int column, @Nullable Object value) {
        if (!Objects.equals(value(entity, column), value)) {
            throw unchangeable(entity, "'" + table().mappedColumns().get(column).name() + "'");
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a plain target is compared by identity, references know how themselves
    public final void setAssociation(E entity, int index, @Nullable Object value) {
        Object present = association(entity, index);
        if (present != value && !(present instanceof Ref<?> && present.equals(value))) {
            throw unchangeable(entity, "'" + table().associations().get(index).name() + "'");
        }
    }

    private MappingException unchangeable(E entity, String what) {
        return new MappingException(
                "ALK-2094",
                "Cannot set " + what + " of " + name() + "#" + key(entity)
                        + ": its class is a record or has final fields. Make the object with the right values; to"
                        + " replace one, delete it and add another.");
    }

    private String name() {
        return entityClass().getSimpleName();
    }
}
