package org.alkahest.dialect.sqlserver;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.CompileException;
import org.alkahest.compile.DdlCompiler;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.sqlserver.SqlServerOptions.Clustering;
import org.alkahest.dialect.sqlserver.SqlServerOptions.Columnstore;
import org.alkahest.schema.Column;
import org.alkahest.schema.ConstraintOption;
import org.alkahest.schema.DdlElement.CommentOnColumn;
import org.alkahest.schema.DdlElement.CommentOnTable;
import org.alkahest.schema.DdlElement.CreateIndex;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.Options;
import org.alkahest.schema.Sequence;
import org.alkahest.schema.Table;
import org.alkahest.sql.OrderItem;
import org.jspecify.annotations.Nullable;

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
    protected String key(String kind, List<? extends Column<?>> keys, Options<ConstraintOption> options) {
        return super.key(kind + clustering(options), keys, options);
    }

    private static String clustering(Options<?> options) {
        return options.find(Clustering.class).map(option -> " " + option).orElse("");
    }

    @Override
    protected String indexKind(CreateIndex element) {
        Index index = element.index();
        boolean columnstore = index.options().has(Columnstore.COLUMNSTORE);
        if (columnstore && index.unique()) {
            throw new CompileException(
                    "ALK-1322",
                    "Cannot create a unique index on '" + element.table().name()
                            + "' that is a COLUMNSTORE: it compares no values. Let it be one or the other.");
        }
        String words = (index.unique() ? "UNIQUE" : "") + clustering(index.options())
                + (columnstore ? " COLUMNSTORE" : "") + " INDEX ";
        return words.stripLeading();
    }

    /** A clustered columnstore holds all columns, and names none. */
    @Override
    protected String indexKeys(Index index) {
        boolean all =
                index.options().has(Columnstore.COLUMNSTORE) && index.options().has(Clustering.CLUSTERED);
        return all ? "" : super.indexKeys(index);
    }

    @Override
    protected String indexItem(Index index, OrderItem item) {
        if (!(item.expression() instanceof Column<?>)) {
            throw new UnsupportedFeatureException(
                    "expression in an index", traits, "Declare a computed column, and index that.");
        }
        if (item.nulls() != OrderItem.Nulls.DEFAULT) {
            throw new UnsupportedFeatureException(
                    "NULLS FIRST or LAST in an index", traits, "Leave it out; NULLs come first.");
        }
        return super.indexItem(index, item);
    }

    /** An index's name is known within its table only. */
    @Override
    protected String dropIndex(Table table, Index index) {
        return "DROP INDEX " + identifiers.write(names.index(table, index)) + " ON " + name(table);
    }

    /** There is no RESTRICT, and NO ACTION is checked at once. */
    @Override
    protected String actionName(ForeignKey.Action action) {
        return super.actionName(action == ForeignKey.Action.RESTRICT ? ForeignKey.Action.NO_ACTION : action);
    }

    @Override
    protected String commentOnTable(CommentOnTable element) {
        return describe(element.table(), element.comment(), "");
    }

    @Override
    protected String commentOnColumn(CommentOnColumn element) {
        Column<?> column = element.column();
        return describe(
                column.owner(),
                element.comment(),
                ", @level2type = N'COLUMN', @level2name = " + SqlServerLiterals.text(column.name()));
    }

    @Override
    protected String createSchema(String name) {
        return "CREATE SCHEMA " + identifiers.write(own("CREATE SCHEMA", name));
    }

    @Override
    protected String dropSchema(String name) {
        return "DROP SCHEMA " + identifiers.write(own("DROP SCHEMA", name));
    }

    /** The name of a schema where that of a database cannot precede it. */
    private String own(String statement, String name) {
        SchemaName schema = SchemaName.of(name);
        if (schema.database() != null) {
            throw new UnsupportedFeatureException(
                    statement + " in another database, '" + schema.database() + "'",
                    traits,
                    "Execute it on a connection to that database.");
        }
        return schema.owner();
    }

    /** Cross-database foreign keys are refused (error 1763), and a reference names its schema only ("CREATE TABLE"). */
    @Override
    protected String referredTable(ForeignKey key) {
        Table from = key.columns().get(0).owner();
        Table to = key.target();
        if (!Objects.equals(database(from), database(to))) {
            throw new UnsupportedFeatureException(
                    "foreign key from '" + from + "' to a table of another database, '" + to + "'",
                    traits,
                    "Use MetaData.withoutForeignKeys(), or keep both tables in one database.");
        }
        return to.schema() == null
                ? name(to)
                : identifiers.write(SchemaName.of(to.schema()).owner()) + "." + identifiers.write(to.name());
    }

    private static @Nullable String database(Table table) {
        return table.schema() == null ? null : SchemaName.of(table.schema()).database();
    }

    /** Comments are extended properties, by the name that the vendor's own tools read. They need the schema's name. */
    private String describe(Table table, String comment, String column) {
        SchemaName schema = table.schema() == null ? null : SchemaName.of(table.schema());
        String database = schema == null ? null : schema.database();
        return String.join(
                "",
                schema == null ? "DECLARE @schema sysname = SCHEMA_NAME(); " : "",
                "EXEC " + (database == null ? "" : identifiers.write(database) + ".")
                        + "sys.sp_addextendedproperty @name = N'MS_Description', @value = ",
                SqlServerLiterals.text(comment),
                ", @level0type = N'SCHEMA', @level0name = ",
                schema == null ? "@schema" : SqlServerLiterals.text(schema.owner()),
                ", @level1type = N'TABLE', @level1name = ",
                SqlServerLiterals.text(table.name()),
                column);
    }

    /** "CREATE SEQUENCE": without a limit it is that of BIGINT, where the next round would begin. */
    @Override
    protected Sequence complete(Sequence sequence) {
        if (sequence.schema() != null) {
            own("CREATE SEQUENCE", sequence.schema());
        }
        if (sequence.increment() > 0) {
            return sequence.least() == null ? sequence.minValue(Math.min(1, sequence.first())) : sequence;
        }
        return sequence.greatest() == null ? sequence.maxValue(Math.max(-1, sequence.first())) : sequence;
    }
}
