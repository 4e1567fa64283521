package org.alkahest.dialect.mysql;

import java.util.ArrayList;
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
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.DdlElement.DropForeignKey;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.Table;
import org.alkahest.sql.OrderItem;

/** MySQL's DDL (https://dev.mysql.com/doc/refman/9.7/en/sql-data-definition-statements.html). */
class MysqlDdlCompiler extends DdlCompiler {
    MysqlDdlCompiler(
            DialectTraits traits,
            IdentifierRules identifiers,
            ColumnDefinitions columns,
            Supplier<? extends SqlCompiler> sqlCompiler) {
        super(traits, identifiers, columns, sqlCompiler);
    }

    @Override
    protected String createTable(CreateTable element) {
        Table table = element.table();
        keyColumns(table).forEach(this::requireLength);
        table.foreignKeys().forEach(this::requireActions);
        return super.createTable(element) + autoIncrement(table);
    }

    private static List<Column<?>> keyColumns(Table table) {
        List<Column<?>> keys = new ArrayList<>(table.primaryKey());
        table.columns().stream().filter(column -> column.options().isUnique()).forEach(keys::add);
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Unique unique) {
                keys.addAll(unique.columns());
            }
        }
        table.foreignKeys().forEach(key -> keys.addAll(key.columns()));
        return keys;
    }

    private void requireLength(Column<?> column) {
        if (MysqlTypeCompiler.isUnbounded(column.type())) {
            throw new CompileException(
                    "ALK-1370",
                    "Cannot index column '" + column + "': its type " + column.type() + " has no length, and "
                            + traits.dialect() + " indexes text and bytes only up to a length. Give it one:"
                            + " SqlTypes.varchar(length), or @Column(length = …).");
        }
    }

    /** InnoDB has no SET DEFAULT (15.1.24.5). */
    private void requireActions(ForeignKey key) {
        if (key.onDelete() == ForeignKey.Action.SET_DEFAULT || key.onUpdate() == ForeignKey.Action.SET_DEFAULT) {
            throw new UnsupportedFeatureException("SET DEFAULT in foreign keys", traits, "Use SET NULL or CASCADE.");
        }
    }

    private static String autoIncrement(Table table) {
        for (Column<?> column : table.columns()) {
            Identity identity = column.options().identity();
            if (identity != null && identity.start() != 1) {
                return " AUTO_INCREMENT = " + identity.start();
            }
        }
        return "";
    }

    @Override
    protected String dropForeignKey(DropForeignKey element) {
        return "ALTER TABLE " + name(element.table()) + " DROP FOREIGN KEY "
                + identifiers.write(names.foreignKey(element.table(), element.key()));
    }

    /** An index is its table's, not the schema's. */
    @Override
    protected String dropIndex(Table table, String index) {
        return "DROP INDEX " + identifiers.write(index) + " ON " + name(table);
    }

    @Override
    protected String createIndex(Table table, Index index) {
        for (OrderItem item : index.items()) {
            if (item.expression() instanceof Column<?> column) {
                requireLength(column);
            }
        }
        return super.createIndex(table, index);
    }

    @Override
    protected String indexItem(OrderItem item) {
        if (item.nulls() != OrderItem.Nulls.DEFAULT) {
            throw new UnsupportedFeatureException(
                    "NULLS FIRST or LAST in an index", traits, "Leave it out; NULLs come first in ascending order.");
        }
        return super.indexItem(item);
    }
}
