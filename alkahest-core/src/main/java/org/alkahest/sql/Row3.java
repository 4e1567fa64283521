package org.alkahest.sql;

import org.jspecify.annotations.Nullable;

/** A row of 3 typed values; a component is null where its column is NULL. */
public record Row3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>(
        A v1, B v2, C v3) {}
