package org.alkahest.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.alkahest.schema.Column;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.DdlElement;
import org.alkahest.schema.DdlElement.AddForeignKey;
import org.alkahest.schema.DdlElement.CommentOnColumn;
import org.alkahest.schema.DdlElement.CreateIdentitySequence;
import org.alkahest.schema.DdlElement.CreateIndex;
import org.alkahest.schema.DdlElement.CreateSchema;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.DdlElement.DeferForeignKeys;
import org.alkahest.schema.DdlElement.DropForeignKey;
import org.alkahest.schema.DdlElement.DropIdentitySequence;
import org.alkahest.schema.DdlElement.DropIndex;
import org.alkahest.schema.DdlElement.DropSchema;
import org.alkahest.schema.DdlElement.DropTable;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.OrderItem;
import org.alkahest.type.ExtensionPoint;

/**
 * Compiles DDL elements to SQL in the standard's words (SQL:2023 part 2, 11); dialects override small hooks. Stateless and
 * thread-safe; sends nothing.
 */
@ExtensionPoint("one subclass per dialect")
public class DdlCompiler {
    protected final DialectTraits traits;
    protected final IdentifierRules identifiers;
    protected final NamingConvention names;
    private final ColumnDefinitions columns;
    private final Supplier<? extends SqlCompiler> sqlCompiler;

    /** @param sqlCompiler makes a compiler for one expression */
    public DdlCompiler(
            DialectTraits traits,
            IdentifierRules identifiers,
            ColumnDefinitions columns,
            Supplier<? extends SqlCompiler> sqlCompiler) {
        this.traits = traits;
        this.identifiers = identifiers;
        this.names = new NamingConvention(identifiers);
        this.columns = columns;
        this.sqlCompiler = sqlCompiler;
    }

    /** The statements that create a collection of tables; see {@link MetaData#createPlan}. */
    public final List<String> create(MetaData metaData, boolean checkFirst, Predicate<Table> exists) {
        List<DdlElement> plan = metaData.createPlan(traits.ddlFeatures(), checkFirst, exists);
        if (!traits.has(Feature.FOREIGN_KEY_CIRCLES)) {
            requireTargetsFirst(plan);
        }
        return compileAll(plan);
    }

    /** Foreign keys to tables that are created later are left in a plan only where they form a circle. */
    private void requireTargetsFirst(List<DdlElement> plan) {
        Set<Table> later = new HashSet<>();
        for (DdlElement element : plan.reversed()) {
            if (element instanceof CreateTable create) {
                if (create.foreignKeys().stream().anyMatch(key -> later.contains(key.target()))) {
                    traits.require(Feature.FOREIGN_KEY_CIRCLES);
                }
                later.add(create.table());
            }
        }
    }

    /** The statements that drop a collection of tables; see {@link MetaData#dropPlan}. */
    public final List<String> drop(MetaData metaData, boolean checkFirst, Predicate<Table> exists) {
        return compileAll(metaData.dropPlan(traits.ddlFeatures(), checkFirst, exists));
    }

    private List<String> compileAll(List<DdlElement> plan) {
        return plan.stream().map(this::compile).toList();
    }

    /** One element as one statement; errors with ALK-1210 for what the database does not have. */
    public final String compile(DdlElement element) {
        return switch (element) {
            case CreateSchema e -> createSchema(e.name());
            case DropSchema e -> dropSchema(e.name());
            case CreateTable e -> createTable(e);
            case DropTable e -> "DROP TABLE " + name(e.table());
            case CreateIdentitySequence e -> createIdentitySequence(e);
            case DropIdentitySequence e -> "DROP SEQUENCE IF EXISTS " + identitySequence(e.column());
            case CreateIndex e -> createIndex(e.table(), e.index());
            case DropIndex e -> dropIndex(e.table(), names.index(e.table(), e.index()));
            case AddForeignKey e -> "ALTER TABLE " + name(e.table()) + " ADD " + foreignKey(e.table(), e.key());
            case DropForeignKey e -> dropForeignKey(e);
            case CommentOnColumn e -> commentOnColumn(e);
            case DeferForeignKeys e -> deferForeignKeys();
        };
    }

    protected String createSchema(String name) {
        return "CREATE SCHEMA " + identifiers.write(name);
    }

    protected String dropSchema(String name) {
        return "DROP SCHEMA " + identifiers.write(name);
    }

    protected String createTable(CreateTable element) {
        Table table = element.table();
        if (table.columns().isEmpty()) {
            throw new CompileException(
                    "ALK-1310", "Cannot create table '" + table.name() + "': it has no columns. Add one.");
        }
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(columns.define(column, this::expression)));
        if (!table.primaryKey().isEmpty() && !columns.definesPrimaryKey(table)) {
            parts.add(constraint(names.primaryKey(table)) + "PRIMARY KEY " + columnList(table.primaryKey()));
        }
        for (Column<?> column : table.columns()) {
            if (column.options().isUnique()) {
                parts.add(unique(table, new Constraint.Unique(null, List.of(column))));
            }
        }
        for (Constraint constraint : table.constraints()) {
            parts.add(
                    switch (constraint) {
                        case Constraint.Unique unique -> unique(table, unique);
                        case Constraint.Check check ->
                            constraint(names.check(table, check)) + "CHECK (" + condition(check.condition()) + ")";
                    });
        }
        element.foreignKeys().forEach(key -> parts.add(foreignKey(table, key)));
        return "CREATE TABLE " + name(table) + " (\n    " + String.join(",\n    ", parts) + "\n)";
    }

    private String createIdentitySequence(CreateIdentitySequence element) {
        return "CREATE SEQUENCE " + identitySequence(element.column()) + " START WITH "
                + element.identity().start() + " INCREMENT BY "
                + element.identity().increment();
    }

    private String identitySequence(Column<?> column) {
        return identifiers.qualified(column.owner().schema(), names.identitySequence(column));
    }

    private String unique(Table table, Constraint.Unique unique) {
        return constraint(names.unique(table, unique)) + "UNIQUE " + columnList(unique.columns());
    }

    private String foreignKey(Table table, ForeignKey key) {
        return constraint(names.foreignKey(table, key)) + "FOREIGN KEY " + columnList(key.columns()) + " REFERENCES "
                + referredTable(key.target()) + " " + columnList(key.targetColumns())
                + foreignKeyActions(key);
    }

    /** What happens to referring rows. */
    protected String foreignKeyActions(ForeignKey key) {
        return action(" ON DELETE ", key.onDelete()) + action(" ON UPDATE ", key.onUpdate());
    }

    private String action(String clause, ForeignKey.Action action) {
        String name = actionName(action);
        return name.isEmpty() ? "" : clause + name;
    }

    /** How a referential action is written; NO ACTION, which is what happens anyway, is left out. */
    protected String actionName(ForeignKey.Action action) {
        return switch (action) {
            case NO_ACTION -> "";
            case RESTRICT -> action.sql();
            case CASCADE, SET_NULL, SET_DEFAULT -> {
                traits.require(Feature.FOREIGN_KEY_ACTIONS);
                yield action.sql();
            }
        };
    }

    /** How a foreign key names its target. */
    protected String referredTable(Table target) {
        return name(target);
    }

    protected String dropForeignKey(DropForeignKey element) {
        if (!traits.has(Feature.ALTER_ADD_CONSTRAINT)) {
            throw new UnsupportedFeatureException(
                    "ALTER TABLE that drops a foreign key", traits, "Create the table anew and copy its rows.");
        }
        return "ALTER TABLE " + name(element.table()) + " DROP CONSTRAINT IF EXISTS "
                + identifiers.write(names.foreignKey(element.table(), element.key()));
    }

    protected String createIndex(Table table, Index index) {
        return "CREATE " + (index.unique() ? "UNIQUE INDEX " : "INDEX ")
                + indexName(table, names.index(table, index)) + " ON " + indexedTable(table) + " ("
                + index.items().stream().map(this::indexItem).collect(Collectors.joining(", ")) + ")";
    }

    protected String dropIndex(Table table, String index) {
        return "DROP INDEX " + identifiers.qualified(table.schema(), index);
    }

    protected String commentOnColumn(CommentOnColumn element) {
        Column<?> column = element.column();
        return "COMMENT ON COLUMN " + name(column.owner()) + "." + identifiers.write(column.name()) + " IS "
                + text(element.comment());
    }

    /** The index's name where it is created: it is in the schema of its table. */
    protected String indexName(Table table, String name) {
        return identifiers.write(name);
    }

    /** How an index names its table. */
    protected String indexedTable(Table table) {
        return name(table);
    }

    protected String indexItem(OrderItem item) {
        String key = item.expression() instanceof Column<?> column
                ? identifiers.write(column.name())
                : "(" + expression(item.expression()) + ")";
        String nulls = switch (item.nulls()) {
            case DEFAULT -> "";
            case FIRST -> " NULLS FIRST";
            case LAST -> " NULLS LAST";
        };
        return key + (item.direction() == OrderItem.Direction.DESC ? " DESC" : "") + nulls;
    }

    protected String deferForeignKeys() {
        return "SET CONSTRAINTS ALL DEFERRED";
    }

    /** An expression as SQL text without parameters, its columns without their table. */
    protected final String expression(Expression<?> expression) {
        return sqlCompiler.get().compileForDdl(expression);
    }

    /** The same for a condition, as in CHECK. */
    protected final String condition(Expression<Boolean> condition) {
        return sqlCompiler.get().compileConditionForDdl(condition);
    }

    protected final String name(Table table) {
        return identifiers.qualified(table.schema(), table.name());
    }

    private String constraint(String name) {
        return "CONSTRAINT " + identifiers.write(name) + " ";
    }

    private String columnList(List<? extends Column<?>> list) {
        return list.stream().map(c -> identifiers.write(c.name())).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
