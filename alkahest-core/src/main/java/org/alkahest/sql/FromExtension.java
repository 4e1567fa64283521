package org.alkahest.sql;

/** The door through which tables and users' own constructs enter FROM. */
public non-sealed interface FromExtension extends FromItem {
    /** Writes the item's SQL, its alias included. */
    void render(RenderContext context);
}
