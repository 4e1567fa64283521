package org.alkahest.sql;

import org.alkahest.type.AlkahestArgumentException;

/** The door through which tables and users' own constructs enter FROM. */
public non-sealed interface FromExtension extends FromItem {
    /** Writes the item's SQL, its alias included. */
    void render(RenderContext context);

    /** Items that have columns implement this, so that the columns follow when the item is rewritten (else ALK-1241). */
    @Override
    default <T> ColumnRef<T> correspondingColumn(ColumnRef<T> column) {
        throw new AlkahestArgumentException(
                "ALK-1241",
                "Cannot find column '" + column.name() + "' in " + getClass().getSimpleName()
                        + ", which replaced " + column.owner() + ": it does not say which columns it has."
                        + " Implement correspondingColumn.");
    }

    /** Items with children implement this (else ALK-1241). */
    @Override
    default FromExtension mapChildren(NodeMapper mapper) {
        return Rewrite.withoutChildren(this);
    }
}
