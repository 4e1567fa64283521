package org.alkahest.dialect.sqlserver;

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
import org.alkahest.schema.DdlElement.CommentOnColumn;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.Table;
import org.alkahest.sql.OrderItem;

/** SQL Server's DDL ("CREATE TABLE", "CREATE INDEX", "DROP INDEX", "sp_addextendedproperty", version 16). */
final class SqlServerDdlCompiler extends DdlCompiler {
    SqlServerDdlCompiler(
            DialectTraits traits,
            IdentifierRules identifiers,
            ColumnDefinitions columns,
            Supplier<? extends SqlCompiler> sqlCompiler) {
        super(traits, identifiers, columns, sqlCompiler);
    }

    @Override
    protected String createTable(CreateTable element) {
        Table table = element.table();
        table.primaryKey().forEach(SqlServerDdlCompiler::requireLength);
        table.columns().stream().filter(c -> c.options().isUnique()).forEach(SqlServerDdlCompiler::requireLength);
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Unique unique) {
                unique.columns().forEach(SqlServerDdlCompiler::requireLength);
            }
        }
        return super.createTable(element);
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

    private static void requireLength(Column<?> column) {
        if (SqlServerTypeCompiler.isUnbounded(column.type())) {
            throw new CompileException(
                    "ALK-1391",
                    "Cannot put column '" + column + "' into a key or an index of " + SqlServerDialect.NAME
                            + ": its type " + column.type() + " has no length that fits one. Give the column a length,"
                            + " for example SqlTypes.varchar(200).");
        }
    }

    @Override
    protected String indexItem(OrderItem item) {
        if (!(item.expression() instanceof Column<?>)) {
            throw new UnsupportedFeatureException(
                    "expression in an index", traits, "Declare a computed column, and index that.");
        }
        if (item.nulls() != OrderItem.Nulls.DEFAULT) {
            throw new UnsupportedFeatureException(
                    "NULLS FIRST or LAST in an index", traits, "Leave it out; NULLs come first.");
        }
        return super.indexItem(item);
    }

    /** An index's name is known within its table only. */
    @Override
    protected String dropIndex(Table table, String index) {
        return "DROP INDEX " + identifiers.write(index) + " ON " + name(table);
    }

    /** There is no RESTRICT, and NO ACTION is checked at once. */
    @Override
    protected String actionName(ForeignKey.Action action) {
        return super.actionName(action == ForeignKey.Action.RESTRICT ? ForeignKey.Action.NO_ACTION : action);
    }

    /** Comments are extended properties, by the name that the vendor's own tools read. They need the schema's name. */
    @Override
    protected String commentOnColumn(CommentOnColumn element) {
        Column<?> column = element.column();
        String schema = column.owner().schema();
        return String.join(
                "",
                schema == null ? "DECLARE @schema sysname = SCHEMA_NAME(); " : "",
                "EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = ",
                text(element.comment()),
                ", @level0type = N'SCHEMA', @level0name = ",
                schema == null ? "@schema" : text(schema),
                ", @level1type = N'TABLE', @level1name = ",
                text(column.owner().name()),
                ", @level2type = N'COLUMN', @level2name = ",
                text(column.name()));
    }

    private static String text(String value) {
        return SqlServerLiterals.text(value);
    }
}
