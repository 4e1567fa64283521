package org.alkahest.dialect.oracle;

import java.util.List;
import java.util.function.Supplier;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.CompileException;
import org.alkahest.compile.DdlCompiler;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.schema.Column;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.DdlElement.DropForeignKey;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.OrderItem;

/** Oracle's DDL (19c SQL Language Reference, "SQL Statements"). */
final class OracleDdlCompiler extends DdlCompiler {
    /** "cannot drop constraint - nonexistent constraint". */
    private static final int NO_SUCH_CONSTRAINT = -2443;

    OracleDdlCompiler(
            DialectTraits traits,
            IdentifierRules identifiers,
            ColumnDefinitions columns,
            Supplier<? extends SqlCompiler> sqlCompiler) {
        super(traits, identifiers, columns, sqlCompiler);
    }

    /** CREATE SCHEMA fills the schema of a user that exists ("CREATE SCHEMA"). */
    @Override
    protected String createSchema(String name) {
        throw schemaIsUser("create", name);
    }

    @Override
    protected String dropSchema(String name) {
        throw schemaIsUser("drop", name);
    }

    private UnsupportedFeatureException schemaIsUser(String verb, String name) {
        return new UnsupportedFeatureException(
                "statement to " + verb + " the schema '" + name + "': a schema is a user",
                traits,
                "Let an administrator " + verb + " the user.");
    }

    @Override
    protected String createTable(CreateTable element) {
        Table table = element.table();
        requireKeyable("the primary key", table.primaryKey());
        for (Column<?> column : table.columns()) {
            if (column.options().isUnique()) {
                requireKeyable("a unique constraint", List.of(column));
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Unique unique) {
                requireKeyable("a unique constraint", unique.columns());
            }
        }
        return super.createTable(element);
    }

    @Override
    protected String createIndex(Table table, Index index) {
        for (OrderItem item : index.items()) {
            if (item.expression() instanceof Column<?> column) {
                requireKeyable("an index", List.of(column));
            }
        }
        return super.createIndex(table, index);
    }

    /** LOBs take part in no index ("CREATE INDEX", restrictions). */
    private void requireKeyable(String what, List<? extends Expression<?>> keys) {
        for (Expression<?> key : keys) {
            if (OracleTypeCompiler.isLob(key.type())) {
                throw new CompileException(
                        "ALK-1380",
                        "Cannot put column '" + key + "' into " + what + " on " + traits.dialect()
                                + ": without a length it is a large object, which cannot be indexed. Give it a length,"
                                + " such as SqlTypes.varchar(200) or @Column(length = 200).");
            }
        }
    }

    /** An index is in the schema of its table, not in the user's. */
    @Override
    protected String indexName(Table table, String name) {
        return identifiers.qualified(table.schema(), name);
    }

    /** Nulls are greatest in an index, and nothing else can be said ("CREATE INDEX", index_expr). */
    @Override
    protected String indexItem(OrderItem item) {
        boolean descending = item.direction() == OrderItem.Direction.DESC;
        OrderItem.Nulls natural = descending ? OrderItem.Nulls.FIRST : OrderItem.Nulls.LAST;
        if (item.nulls() != OrderItem.Nulls.DEFAULT && item.nulls() != natural) {
            throw new UnsupportedFeatureException(
                    "place of NULL in an index but the greatest", traits, "Leave nullsFirst() or nullsLast() out.");
        }
        return super.indexItem(new OrderItem(item.expression(), item.direction(), OrderItem.Nulls.DEFAULT));
    }

    /** There is ON DELETE CASCADE and SET NULL; RESTRICT is what happens without ("references_clause"). */
    @Override
    protected String foreignKeyActions(ForeignKey key) {
        if (key.onUpdate() != ForeignKey.Action.NO_ACTION && key.onUpdate() != ForeignKey.Action.RESTRICT) {
            throw new UnsupportedFeatureException(
                    "ON UPDATE of foreign keys", traits, "Keep keys that never change, or update the rows yourself.");
        }
        return switch (key.onDelete()) {
            case NO_ACTION, RESTRICT -> "";
            case CASCADE, SET_NULL -> " ON DELETE " + key.onDelete().sql();
            case SET_DEFAULT ->
                throw new UnsupportedFeatureException(
                        "ON DELETE SET DEFAULT", traits, "Use SET NULL, or update the rows before the delete.");
        };
    }

    /** There is no IF EXISTS for constraints, so the error is taken for an answer. */
    @Override
    protected String dropForeignKey(DropForeignKey element) {
        String drop = "ALTER TABLE " + name(element.table()) + " DROP CONSTRAINT "
                + identifiers.write(names.foreignKey(element.table(), element.key()));
        return "BEGIN EXECUTE IMMEDIATE '" + drop.replace("'", "''") + "'; EXCEPTION WHEN OTHERS THEN IF SQLCODE <> "
                + NO_SUCH_CONSTRAINT + " THEN RAISE; END IF; END;";
    }
}
