package org.alkahest.sql;

import org.alkahest.type.SqlType;
import org.alkahest.type.Vendor;
import org.jspecify.annotations.Nullable;

/** What an extension node may do while it is compiled. One thread at a time. */
public interface RenderContext {
    /** The name of the dialect that is compiled for. */
    String dialect();

    /**
     * Refuses the statement (ALK-1210) unless it is compiled for one of a vendor's databases.
     *
     * @param construct what the others lack, in the words of SQL
     */
    RenderContext require(Vendor vendor, String construct);

    /** Appends SQL text as it is. */
    RenderContext sql(String text);

    /** Appends another node. */
    RenderContext node(SqlNode node);

    /** Appends an expression that stands between commas or parentheses, and so needs none of its own. */
    RenderContext argument(Expression<?> expression);

    /** Appends a condition where one is wanted, as after WHERE. */
    RenderContext condition(Expression<Boolean> condition);

    /** Appends an identifier, quoted where it has to be. */
    RenderContext identifier(String name);

    /** Appends the next number of a sequence; refuses the statement (ALK-1210) where there are none. */
    RenderContext nextValue(@Nullable String schema, String sequence);

    /** Appends a column as it has to be named at this place: qualified, or bare. */
    RenderContext column(ColumnRef<?> column);

    /** Appends a placeholder for a value that the node named with {@link Description#value} in its description. */
    RenderContext value(SqlType<?> type, @Nullable Object value);
}
