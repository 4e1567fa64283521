package org.alkahest.sql;

import java.util.List;
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
    default List<SqlNode> children() {
        return List.of(owner());
    }

    /** The column follows its owner, by name. */
    @Override
    @SuppressWarnings("ReferenceEquality") // a table of the same name may have other columns
    default ColumnRef<T> mapChildren(NodeMapper mapper) {
        FromItem mapped = mapper.map(owner());
        return mapped == owner() ? this : mapped.correspondingColumn(this);
    }

    @Override
    default void render(RenderContext context) {
        context.column(this);
    }
}
