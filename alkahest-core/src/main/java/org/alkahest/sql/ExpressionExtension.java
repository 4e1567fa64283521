package org.alkahest.sql;

/** The door through which columns, the ORM's nodes and users' own constructs become expressions. */
public non-sealed interface ExpressionExtension<T> extends Expression<T> {
    /** Writes the node's SQL; values go through {@link RenderContext#value}, never into the text. */
    void render(RenderContext context);

    /** How tightly the SQL binds: in parentheses beside other operators, unless overridden. */
    default CustomOperator.Binding binding() {
        return CustomOperator.Binding.UNKNOWN;
    }

    /** Nodes with children implement this (else ALK-1241). */
    @Override
    default Expression<T> mapChildren(NodeMapper mapper) {
        return Rewrite.withoutChildren(this);
    }
}
