package org.alkahest.schema;

import java.util.List;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.type.NamedType;

/** One change of a schema, as data; the dialect's {@code DdlCompiler} makes one statement of it. Immutable. */
public sealed interface DdlElement {
    /** {@code CREATE SCHEMA name}. */
    record CreateSchema(String name) implements DdlElement {}

    /** {@code DROP SCHEMA name}: it must be empty. */
    record DropSchema(String name) implements DdlElement {}

    /**
     * {@code CREATE TABLE}, with every constraint but the foreign keys that are left out.
     *
     * @param foreignKeys the foreign keys that are part of it; the others follow as {@link AddForeignKey}
     */
    record CreateTable(Table table, List<ForeignKey> foreignKeys) implements DdlElement {
        public CreateTable {
            foreignKeys = List.copyOf(foreignKeys);
        }
    }

    /** {@code DROP TABLE}, with its indexes. */
    record DropTable(Table table) implements DdlElement {}

    /**
     * {@code CREATE TYPE}, before the tables that use it.
     *
     * @param ifMissing whether one that is there already is left as it is
     */
    record CreateType(NamedType type, boolean ifMissing) implements DdlElement {}

    /** {@code DROP TYPE}, after the tables that used it; nothing where it does not exist. */
    record DropType(NamedType type) implements DdlElement {}

    /** {@code CREATE SEQUENCE}, before the tables whose defaults use it. */
    record CreateSequence(Sequence sequence) implements DdlElement {}

    /** {@code DROP SEQUENCE}, after those tables; nothing where it does not exist, but on databases that lack IF EXISTS. */
    record DropSequence(Sequence sequence) implements DdlElement {}

    /** {@code CREATE SEQUENCE} for a column that numbers itself, where the database has no identity: before its table. */
    record CreateIdentitySequence(Column<?> column, Identity identity) implements DdlElement {}

    /** {@code DROP SEQUENCE} of such a column, after its table; nothing where it does not exist. */
    record DropIdentitySequence(Column<?> column) implements DdlElement {}

    /**
     * {@code CREATE INDEX}.
     *
     * @param withTable whether the table was created just before it, so that nobody else can be reading or writing it
     */
    record CreateIndex(Table table, Index index, boolean withTable) implements DdlElement {
        /** An index on a table that is there already. */
        public CreateIndex(Table table, Index index) {
            this(table, index, false);
        }
    }

    /** {@code DROP INDEX}. */
    record DropIndex(Table table, Index index) implements DdlElement {}

    /** {@code ALTER TABLE … ADD CONSTRAINT … FOREIGN KEY}. */
    record AddForeignKey(Table table, ForeignKey key) implements DdlElement {}

    /** {@code ALTER TABLE … DROP CONSTRAINT}; nothing where it does not exist. */
    record DropForeignKey(Table table, ForeignKey key) implements DdlElement {}

    /** {@code ALTER TABLE … ADD CONSTRAINT}, unique or check. */
    record AddConstraint(Table table, Constraint constraint) implements DdlElement {}

    /** {@code ALTER TABLE … DROP CONSTRAINT}, unique or check; it must be there. */
    record DropConstraint(Table table, Constraint constraint) implements DdlElement {}

    /** {@code COMMENT ON TABLE}. */
    record CommentOnTable(Table table, String comment) implements DdlElement {}

    /** {@code COMMENT ON COLUMN}. */
    record CommentOnColumn(Column<?> column, String comment) implements DdlElement {}

    /**
     * Lets foreign keys be broken until the end of the transaction: before tables that refer to each other are dropped,
     * where foreign keys cannot be dropped by themselves.
     */
    record DeferForeignKeys() implements DdlElement {}
}
