package org.alkahest.sql;

import org.jspecify.annotations.Nullable;

/** A row of 2 typed values; a component is null where its column is NULL. */
public record Row2<A extends @Nullable Object, B extends @Nullable Object>(A v1, B v2) {}
