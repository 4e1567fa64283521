package org.alkahest.sql;

/** The door through which the ORM's entities and users' own constructs become selectable. */
public non-sealed interface SelectableExtension<R> extends Selectable<R> {}
