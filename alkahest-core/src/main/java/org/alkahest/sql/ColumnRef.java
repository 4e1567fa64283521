package org.alkahest.sql;

import java.util.Optional;

/** A column of something in FROM. */
public interface ColumnRef<T> extends ExpressionExtension<T> {
    /** What the column belongs to. */
    FromItem owner();

    /** The column's name in the database. */
    String name();

    @Override
    default Optional<String> label() {
        return Optional.of(name());
    }

    @Override
    default void render(RenderContext context) {
        context.column(this);
    }
}
