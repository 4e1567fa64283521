package org.alkahest.orm.mapping;

import org.alkahest.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * Where one occurrence of a class's table stands in its hierarchy. Immutable.
 *
 * @param superclass the canonical table of the superclass; null at the root
 * @param discriminator the column that tells the classes of rows apart; null where their tables do
 * @param value what the discriminator is in rows of the class; null for an abstract class
 * @param restricted whether the occurrence stands for the rows of the class alone, in a table of several
 */
record Lineage<E>(
        InheritanceStrategy strategy,
        @Nullable EntityTable<? super E> superclass,
        @Nullable Column<?> discriminator,
        @Nullable Object value,
        boolean restricted) {}
