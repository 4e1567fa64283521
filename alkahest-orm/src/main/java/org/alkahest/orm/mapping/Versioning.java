package org.alkahest.orm.mapping;

import org.alkahest.schema.Column;

/**
 * Which column of an entity's table holds the version of each row, and who writes it. Every UPDATE and DELETE of a flush
 * asks for the version that the object was read with, and a row that has another is stale (ALK-2203). Immutable.
 */
public sealed interface Versioning {
    Column<?> column();

    /** Whether the version in an object is set by a flush alone, so that an object without one has no row. */
    default boolean isWrittenByFlush() {
        return switch (this) {
            case Generated<?> generated -> true;
            case ByDatabase database -> true;
            case Manual manual -> false;
        };
    }

    /** The flush writes a new version with each INSERT and UPDATE; the user does not change it (ALK-2206). */
    record Generated<T>(Column<T> column, VersionGenerator<T> generator) implements Versioning {}

    /**
     * The database writes it, by a trigger or a type that does; a flush reads it after each INSERT and UPDATE, and never
     * writes it. The column needs a default where the database does not fill it in otherwise.
     */
    record ByDatabase(Column<?> column) implements Versioning {}

    /** The user changes it, or does not; the flush only asks for it. */
    record Manual(Column<?> column) implements Versioning {}
}
