package org.alkahest.sql;

import org.jspecify.annotations.Nullable;

/** A row of 4 typed values; a component is null where its column is NULL. */
public record Row4<
        A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object>(
        A v1, B v2, C v3, D v4) {}
