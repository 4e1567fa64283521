package org.alkahest.sql;

import org.jspecify.annotations.Nullable;

/** A row of 5 typed values; a component is null where its column is NULL. */
public record Row5<
        A extends @Nullable Object,
        B extends @Nullable Object,
        C extends @Nullable Object,
        D extends @Nullable Object,
        E extends @Nullable Object>(
        A v1, B v2, C v3, D v4, E v5) {}
