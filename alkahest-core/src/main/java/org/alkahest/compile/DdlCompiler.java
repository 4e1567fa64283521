package org.alkahest.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.alkahest.compile.Styles.EnumStyle;
import org.alkahest.schema.Column;
import org.alkahest.schema.Constraint;
import org.alkahest.schema.ConstraintOption;
import org.alkahest.schema.DdlElement;
import org.alkahest.schema.DdlElement.AddConstraint;
import org.alkahest.schema.DdlElement.AddForeignKey;
import org.alkahest.schema.DdlElement.CommentOnColumn;
import org.alkahest.schema.DdlElement.CommentOnTable;
import org.alkahest.schema.DdlElement.CreateIdentitySequence;
import org.alkahest.schema.DdlElement.CreateIndex;
import org.alkahest.schema.DdlElement.CreateSchema;
import org.alkahest.schema.DdlElement.CreateSequence;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.DdlElement.CreateType;
import org.alkahest.schema.DdlElement.DeferForeignKeys;
import org.alkahest.schema.DdlElement.DropConstraint;
import org.alkahest.schema.DdlElement.DropForeignKey;
import org.alkahest.schema.DdlElement.DropIdentitySequence;
import org.alkahest.schema.DdlElement.DropIndex;
import org.alkahest.schema.DdlElement.DropSchema;
import org.alkahest.schema.DdlElement.DropSequence;
import org.alkahest.schema.DdlElement.DropTable;
import org.alkahest.schema.DdlElement.DropType;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Options;
import org.alkahest.schema.Sequence;
import org.alkahest.schema.SequenceOption;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.Sql;
import org.alkahest.type.EnumType;
import org.alkahest.type.ExtensionPoint;
import org.alkahest.type.NamedType;
import org.alkahest.type.SqlType;

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
        List<DdlElement> plan = metaData.createPlan(traits.ddlFeatures(this::namedTypes), checkFirst, exists);
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
        return compileAll(metaData.dropPlan(traits.ddlFeatures(this::namedTypes), checkFirst, exists));
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
            case CreateType e -> createType(e);
            case DropType e -> dropType(e.type());
            case CreateSequence e -> createSequence(e.sequence());
            case DropSequence e -> dropSequence(e.sequence());
            case CreateIdentitySequence e -> createIdentitySequence(e);
            case DropIdentitySequence e -> "DROP SEQUENCE IF EXISTS " + identitySequence(e.column());
            case CreateIndex e -> createIndex(e);
            case DropIndex e -> dropIndex(e.table(), e.index());
            case AddForeignKey e ->
                alter(
                        e.table(),
                        "ADD " + foreignKey(e.table(), e.key())
                                + addedConstraint(e.key().options()));
            case DropForeignKey e -> dropForeignKey(e);
            case AddConstraint e ->
                alter(
                        e.table(),
                        "ADD " + constraint(e.table(), e.constraint())
                                + addedConstraint(e.constraint().options()));
            case DropConstraint e -> dropConstraint(e.table(), e.constraint());
            case CommentOnTable e -> commentOnTable(e);
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

    /** The types that a column needs, in the order in which they are created. */
    protected List<NamedType> namedTypes(Column<?> column) {
        SqlType<?> type = column.type();
        for (SqlType<?> element = type.element(); element != null; element = type.element()) {
            type = element;
        }
        EnumType labels = type.enumeration();
        return labels == null || traits.enums() != EnumStyle.NAMED ? List.of() : List.of(labels);
    }

    protected String createType(CreateType element) {
        throw noTypes(element.type());
    }

    protected String dropType(NamedType type) {
        throw noTypes(type);
    }

    private UnsupportedFeatureException noTypes(NamedType type) {
        return new UnsupportedFeatureException(
                "named type '" + type.name() + "'", traits, "Declare it with the columns that have it.");
    }

    protected String createTable(CreateTable element) {
        Table table = element.table();
        if (table.columns().isEmpty()) {
            throw new CompileException(
                    "ALK-1310", "Cannot create table '" + table.name() + "': it has no columns. Add one.");
        }
        requireIndexableKeys(table);
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(columns.define(column, this::expression)));
        if (!table.primaryKey().isEmpty() && !columns.definesPrimaryKey(table)) {
            parts.add(
                    named(names.primaryKey(table)) + key("PRIMARY KEY", table.primaryKey(), table.primaryKeyOptions()));
        }
        for (Column<?> column : table.columns()) {
            if (column.options().isUnique()) {
                parts.add(constraint(table, new Constraint.Unique(null, List.of(column))));
            }
        }
        table.constraints().forEach(constraint -> parts.add(constraint(table, constraint)));
        if (traits.enums() == EnumStyle.CHECKED) {
            table.columns().forEach(column -> checkLabels(column, parts));
        }
        element.foreignKeys().forEach(key -> parts.add(foreignKey(table, key)));
        parts.addAll(tableParts(table));
        return "CREATE " + tableKind(table) + name(table) + " (\n    " + String.join(",\n    ", parts) + "\n)"
                + tableOptions(table);
    }

    /** A column of an enumerated type takes its labels only. */
    private void checkLabels(Column<?> column, List<String> parts) {
        EnumType labels = column.type().enumeration();
        if (labels != null) {
            String values = labels.labels().stream()
                    .map(label -> expression(Sql.value(label)))
                    .collect(Collectors.joining(", ", " IN (", "))"));
            parts.add(named(names.labels(column)) + "CHECK (" + identifiers.write(column.name()) + values);
        }
    }

    /** What stands between CREATE and the table's name. */
    protected String tableKind(Table table) {
        return "TABLE ";
    }

    /** What the dialect's options add to the list of columns and constraints. */
    protected List<String> tableParts(Table table) {
        return List.of();
    }

    /** What follows the list of columns and constraints, with a blank before it. */
    protected String tableOptions(Table table) {
        return "";
    }

    private void requireIndexableKeys(Table table) {
        requireIndexable(table.primaryKey(), table.primaryKeyOptions());
        table.columns().stream()
                .filter(column -> column.options().isUnique())
                .forEach(column -> requireIndexable(List.of(column), Options.none()));
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof Constraint.Unique unique) {
                requireIndexable(unique.columns(), unique.options());
            }
        }
        table.foreignKeys().forEach(key -> requireIndexable(key.columns(), key.options()));
    }

    private void requireIndexable(List<? extends Expression<?>> keys, Options<?> options) {
        for (Expression<?> key : keys) {
            if (key instanceof Column<?> column && !columns.types.isIndexable(column.type())) {
                requireIndexable(column, options);
            }
        }
    }

    /**
     * A column whose type no key and no index takes is put into one; errors with ALK-1323 unless an option saves it.
     *
     * @param options the options of the key or the index
     */
    protected void requireIndexable(Column<?> column, Options<?> options) {
        throw new CompileException(
                "ALK-1323",
                "Cannot put column '" + column + "' into a key or an index on " + traits.dialect() + ": its type "
                        + column.type() + " has no length that fits one. Give the column a length:"
                        + " SqlTypes.varchar(length), or @Column(length = …).");
    }

    private String createIdentitySequence(CreateIdentitySequence element) {
        return "CREATE SEQUENCE " + identitySequence(element.column()) + " START WITH "
                + element.identity().start() + " INCREMENT BY "
                + element.identity().increment();
    }

    private String createSequence(Sequence sequence) {
        traits.require(Feature.SEQUENCES);
        Sequence complete = complete(sequence);
        return "CREATE SEQUENCE " + name(sequence) + " START WITH " + complete.first() + " INCREMENT BY "
                + complete.increment()
                + (complete.least() == null ? "" : " MINVALUE " + complete.least())
                + (complete.greatest() == null ? "" : " MAXVALUE " + complete.greatest())
                + (complete.cycles() ? " CYCLE" : "")
                + (complete.cache() == null ? "" : sequenceCache(complete.cache()))
                + sequenceOptions(complete.options());
    }

    /** The sequence with everything that the database would take otherwise than is said of {@link Sequence}. */
    protected Sequence complete(Sequence sequence) {
        boolean below = sequence.increment() > 0 && sequence.least() == null && sequence.first() < 1;
        boolean above = sequence.increment() < 0 && sequence.greatest() == null && sequence.first() > -1;
        return below ? sequence.minValue(sequence.first()) : above ? sequence.maxValue(sequence.first()) : sequence;
    }

    /** How many numbers of a sequence are taken at a time, with a blank before it. */
    protected String sequenceCache(int numbers) {
        return numbers <= 1 ? " NO CACHE" : " CACHE " + numbers;
    }

    /** What the dialect's options add to a sequence, with a blank before it. */
    protected String sequenceOptions(Options<SequenceOption> options) {
        return "";
    }

    protected String dropSequence(Sequence sequence) {
        traits.require(Feature.SEQUENCES);
        return "DROP SEQUENCE IF EXISTS " + name(sequence);
    }

    protected final String name(Sequence sequence) {
        return identifiers.qualified(sequence.schema(), sequence.name());
    }

    private String identitySequence(Column<?> column) {
        return identifiers.qualified(column.owner().schema(), names.identitySequence(column));
    }

    /** A unique or check constraint with its name. */
    protected final String constraint(Table table, Constraint constraint) {
        return switch (constraint) {
            case Constraint.Unique unique ->
                named(names.unique(table, unique)) + key("UNIQUE", unique.columns(), unique.options());
            case Constraint.Check check ->
                named(names.check(table, check)) + "CHECK (" + condition(check.condition()) + ")";
        };
    }

    /**
     * A primary key or a unique constraint.
     *
     * @param kind PRIMARY KEY or UNIQUE
     */
    protected String key(String kind, List<? extends Column<?>> keys, Options<ConstraintOption> options) {
        return kind + " " + columnList(keys);
    }

    /** What follows a constraint that is added to a table, with a blank before it. */
    protected String addedConstraint(Options<ConstraintOption> options) {
        return "";
    }

    private String foreignKey(Table table, ForeignKey key) {
        return named(names.foreignKey(table, key)) + "FOREIGN KEY " + columnList(key.columns()) + " REFERENCES "
                + referredTable(key) + " " + columnList(key.targetColumns())
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
    protected String referredTable(ForeignKey key) {
        return name(key.target());
    }

    protected String dropForeignKey(DropForeignKey element) {
        requireDrop("foreign key");
        return "ALTER TABLE " + name(element.table()) + " DROP CONSTRAINT IF EXISTS "
                + identifiers.write(names.foreignKey(element.table(), element.key()));
    }

    /** The statement with which a constraint is dropped that is neither the primary key nor a foreign key. */
    protected String dropConstraint(Table table, Constraint constraint) {
        String name = switch (constraint) {
            case Constraint.Unique unique -> names.unique(table, unique);
            case Constraint.Check check -> names.check(table, check);
        };
        requireDrop("constraint");
        return "ALTER TABLE " + name(table) + " DROP CONSTRAINT " + identifiers.write(name);
    }

    private void requireDrop(String part) {
        if (!traits.has(Feature.ALTER_ADD_CONSTRAINT)) {
            throw new UnsupportedFeatureException(
                    "ALTER TABLE that drops a " + part, traits, "Create the table anew and copy its rows.");
        }
    }

    private String alter(Table table, String change) {
        traits.require(Feature.ALTER_ADD_CONSTRAINT);
        return "ALTER TABLE " + name(table) + " " + change;
    }

    private String createIndex(CreateIndex element) {
        Table table = element.table();
        Index index = element.index();
        requireIndexable(index.items().stream().map(OrderItem::expression).toList(), index.options());
        if (index.where() != null && index.unique()) {
            traits.require(Feature.PARTIAL_INDEX);
        }
        return "CREATE " + indexKind(element) + indexName(table, names.index(table, index)) + " ON "
                + indexedTable(table) + indexKeys(index) + indexOptions(index);
    }

    /** What stands between CREATE and the index's name. */
    protected String indexKind(CreateIndex element) {
        return element.index().unique() ? "UNIQUE INDEX " : "INDEX ";
    }

    /** The keys in parentheses, with a blank before them. */
    protected String indexKeys(Index index) {
        return index.items().stream().map(item -> indexItem(index, item)).collect(Collectors.joining(", ", " (", ")"));
    }

    /** What follows the keys, with a blank before it; INCLUDE and WHERE where the database has them. */
    protected String indexOptions(Index index) {
        return indexIncludes(index) + indexCondition(index);
    }

    /** INCLUDE where the database has it, with a blank before it. */
    protected final String indexIncludes(Index index) {
        return index.include().isEmpty() || !traits.has(Feature.INDEX_INCLUDE)
                ? ""
                : " INCLUDE " + columnList(index.include());
    }

    /** WHERE where the database has it, with a blank before it. */
    protected final String indexCondition(Index index) {
        return index.where() == null || !traits.has(Feature.PARTIAL_INDEX) ? "" : " WHERE " + condition(index.where());
    }

    protected String dropIndex(Table table, Index index) {
        return "DROP INDEX " + identifiers.qualified(table.schema(), names.index(table, index));
    }

    protected String commentOnTable(CommentOnTable element) {
        return "COMMENT ON TABLE " + name(element.table()) + " IS " + Literals.quote(element.comment());
    }

    protected String commentOnColumn(CommentOnColumn element) {
        Column<?> column = element.column();
        return "COMMENT ON COLUMN " + name(column.owner()) + "." + identifiers.write(column.name()) + " IS "
                + Literals.quote(element.comment());
    }

    /** The index's name where it is created: it is in the schema of its table. */
    protected String indexName(Table table, String name) {
        return identifiers.write(name);
    }

    /** How an index names its table. */
    protected String indexedTable(Table table) {
        return name(table);
    }

    protected String indexItem(Index index, OrderItem item) {
        String key = indexKey(index, item.expression());
        String nulls = switch (item.nulls()) {
            case DEFAULT -> "";
            case FIRST -> " NULLS FIRST";
            case LAST -> " NULLS LAST";
        };
        return key + (item.direction() == OrderItem.Direction.DESC ? " DESC" : "") + nulls;
    }

    /** A key without its direction. */
    protected String indexKey(Index index, Expression<?> key) {
        return key(key);
    }

    /** A column's name, or an expression in parentheses. */
    protected final String key(Expression<?> key) {
        return key instanceof Column<?> column ? identifiers.write(column.name()) : "(" + expression(key) + ")";
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

    /** The name of a constraint before its definition. */
    protected final String named(String name) {
        return "CONSTRAINT " + identifiers.write(name) + " ";
    }

    /** Columns in parentheses. */
    protected final String columnList(List<? extends Column<?>> list) {
        return list.stream().map(c -> identifiers.write(c.name())).collect(Collectors.joining(", ", "(", ")"));
    }
}
