package org.alkahest.orm.state;

import org.alkahest.orm.mapping.LazyLoader;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToOne;
import org.jspecify.annotations.Nullable;

/** Makes references and collections that a session can load. */
public interface AssociationBinder extends CollectionOwner {
    /**
     * A reference of an object that the session can load; {@link Ref#none} for a null key on the side that has the foreign
     * key.
     */
    <T> Ref<T> reference(EntityEntry<?> owner, ToOne<?, T> association, @Nullable Object key);

    /**
     * What the Lazy attributes of an object are loaded by.
     *
     * @param origin where the object comes from, for messages: "was loaded by …"
     */
    LazyLoader lazyLoader(EntityEntry<?> owner, String origin);
}
