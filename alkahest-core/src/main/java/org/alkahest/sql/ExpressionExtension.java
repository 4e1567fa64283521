package org.alkahest.sql;

/** The door through which columns, the ORM's nodes and users' own constructs become expressions. */
public non-sealed interface ExpressionExtension<T> extends Expression<T> {
    /** Writes the node's SQL; values go through {@link RenderContext#value}, never into the text. */
    void render(RenderContext context);

    /** Nodes with children implement this (else ALK-1241). */
    @Override
    default Expression<T> mapChildren(NodeMapper mapper) {
        return Rewrite.withoutChildren(this);
    }
}
