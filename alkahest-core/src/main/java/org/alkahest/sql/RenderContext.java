package org.alkahest.sql;

import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/** What an extension node may do while it is compiled. One thread at a time. */
public interface RenderContext {
    /** Appends SQL text as it is. */
    RenderContext sql(String text);

    /** Appends another node. */
    RenderContext node(SqlNode node);

    /** Appends an identifier, quoted where it has to be. */
    RenderContext identifier(String name);

    /** Appends a column as it has to be named at this place: qualified, or bare. */
    RenderContext column(ColumnRef<?> column);

    /** Appends a placeholder for a value that the node named with {@link Description#value} in its description. */
    RenderContext value(SqlType<?> type, @Nullable Object value);
}
