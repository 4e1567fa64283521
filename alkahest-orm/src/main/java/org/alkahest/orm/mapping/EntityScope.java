package org.alkahest.orm.mapping;

import org.alkahest.sql.DecodeScope;
import org.alkahest.type.Decoder;

/** A scope of decoding that has an identity map: a session. */
public interface EntityScope extends DecodeScope {
    /** The decoder of an entity whose columns begin at a 0-based position. */
    <E> Decoder<E> entityDecoder(EntityTable<E> occurrence, int position);

    /** The decoder of an entity of which a query has selected more or less. */
    <E> Decoder<E> entityDecoder(EntitySelection<E> selection, int position);
}
