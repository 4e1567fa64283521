package org.alkahest.sql;

import org.jspecify.annotations.Nullable;

/** A row of 7 typed values; a component is null where its column is NULL. */
public record Row7<
        A extends @Nullable Object,
        B extends @Nullable Object,
        C extends @Nullable Object,
        D extends @Nullable Object,
        E extends @Nullable Object,
        F extends @Nullable Object,
        G extends @Nullable Object>(
        A v1, B v2, C v3, D v4, E v5, F v6, G v7) {}
