package org.alkahest.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alkahest.sql.ImplicitJoin;
import org.alkahest.sql.RenderContext;
import org.alkahest.sql.TableRef;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.ExtensionPoint;
import org.alkahest.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A table: its columns, constraints and indexes, or an alias of one. Make one with {@link #named}, or extend it with one
 * field per column. Two are equal if schema, name and alias are. Immutable once constructed.
 */
@ExtensionPoint("typed tables declare a field per column; the processor's companions do")
public class Table implements TableRef {
    private final @Nullable String schema;
    private final String name;
    private final @Nullable String alias;
    private final List<Column<?>> columns = new ArrayList<>();
    private @Nullable List<Column<?>> primaryKey;
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final int hash;
    private Options<TableOption> tableOptions = Options.none();
    private Options<ConstraintOption> primaryKeyOptions = Options.none();
    private @Nullable String tableComment;
    private @Nullable ImplicitJoin implicitJoin;
    /** Made at first use; threads that make it at once make equal ones. */
    private @Nullable ChangeStructure changeStructure;

    protected Table(String name) {
        this(null, name, null);
    }

    /**
     * @param schema the schema, or null for the connection's own
     * @param alias the name of this occurrence in a statement, or null for the table itself
     */
    protected Table(@Nullable String schema, String name, @Nullable String alias) {
        if (name.isBlank()) {
            throw new AlkahestArgumentException(
                    "ALK-1302", "Cannot make a table: its name is blank. Give the name that it has in the database.");
        }
        this.schema = schema;
        this.name = name;
        this.alias = alias;
        this.hash = Objects.hash(schema, name, alias);
    }

    /** Begins a table. */
    public static TableBuilder named(String name) {
        return new TableBuilder(null, name);
    }

    /** Begins a table in a schema. */
    public static TableBuilder named(String schema, String name) {
        return new TableBuilder(Objects.requireNonNull(schema, "schema is null"), name);
    }

    /** The same table under an alias, for a second occurrence in one statement. Typed tables return their own type. */
    @Override
    public Table as(String newAlias) {
        Table copy = new Table(schema, name, Objects.requireNonNull(newAlias, "newAlias is null"));
        for (Column<?> column : columns) {
            copy.column(column.name(), column.type(), column.options());
        }
        for (ForeignKey key : foreignKeys) {
            copy.foreignKey(new ForeignKey(
                    key.name(),
                    copy.same(key.columns()),
                    key.reference(),
                    key.onDelete(),
                    key.onUpdate(),
                    key.options()));
        }
        copy.tableOptions = tableOptions; // they may be about statements
        return copy;
    }

    /** Adds a column; for constructors and field initialisers of typed tables. */
    protected final <T> Column<T> column(String columnName, SqlType<T> type, ColumnOptions options) {
        if (find(columnName).isPresent()) {
            throw new AlkahestArgumentException(
                    "ALK-1303",
                    "Cannot add column '" + columnName + "' to table '" + name
                            + "': it has one of that name. Rename one of them.");
        }
        Column<T> column = new Column<>(this, columnName, type, options, columns.size());
        columns.add(column);
        primaryKey = null;
        return column;
    }

    /** Adds a nullable column. */
    protected final <T> Column<T> column(String columnName, SqlType<T> type) {
        return column(columnName, type, ColumnOptions.nullable());
    }

    /** Adds a foreign key of one column; its target is resolved at first use. */
    protected final void foreignKey(Column<?> column, Supplier<? extends Column<?>> target) {
        foreignKey(new ForeignKey(
                null,
                List.of(column),
                () -> List.of(target.get()),
                ForeignKey.Action.NO_ACTION,
                ForeignKey.Action.NO_ACTION));
    }

    protected final void foreignKey(ForeignKey key) {
        foreignKeys.add(key);
    }

    /**
     * The table that a foreign key of this one refers to, as one that joins itself: using a column of it in a query on
     * this table joins it. For methods of typed tables: {@code Authors author() { return implicit("author", AUTHORS::as,
     * authorId); }}.
     *
     * @param path the name of the method; with the name of this table it is the alias of the other
     * @param alias makes a new alias of the table
     * @param columns the columns of the foreign key, in order; errors with ALK-1308 if there is no such key
     */
    protected final <T extends Table> T implicit(String path, Function<String, T> alias, Column<?>... columns) {
        List<Column<?>> keyColumns = List.of(columns);
        ForeignKey key = foreignKeys.stream()
                .filter(candidate -> candidate.columns().equals(keyColumns))
                .findFirst()
                .orElseThrow(() -> new AlkahestArgumentException(
                        "ALK-1308",
                        "Cannot join along '" + path + "': table '" + name + "' has no foreign key of "
                                + keyColumns.stream().map(Column::name).toList()
                                + ". Declare it, or join with a condition."));
        T target = alias.apply((this.alias == null ? name : this.alias) + "__" + path);
        List<Column<?>> targetColumns = new ArrayList<>();
        for (Column<?> column : key.targetColumns()) {
            targetColumns.add(target.column(column.name()));
        }
        boolean optional =
                keyColumns.stream().anyMatch(column -> column.options().isNullable());
        ((Table) target).implicitJoin = new ImplicitJoin(this, keyColumns, targetColumns, optional);
        return target;
    }

    @Override
    public final @Nullable ImplicitJoin implicitJoin() {
        return implicitJoin;
    }

    @Override
    public final Object changeStructure() {
        ChangeStructure known = changeStructure;
        if (known == null) {
            known = ChangeStructure.of(this);
            changeStructure = known;
        }
        return known;
    }

    /** Says how an occurrence comes into FROM by itself when a column of it is used; for constructors of typed tables. */
    protected static void joinItself(Table occurrence, ImplicitJoin join) {
        occurrence.implicitJoin = join;
    }

    /** Adds a unique or check constraint. */
    protected final void constraint(Constraint constraint) {
        constraints.add(constraint);
    }

    protected final void index(Index index) {
        indexes.add(index);
    }

    /** Adds a sequence that numbers rows, created and dropped along with the tables that name it. */
    protected final void sequence(Sequence sequence) {
        sequences.add(sequence);
    }

    /** Adds an option of one database; errors with ALK-1320 if it conflicts with another. */
    protected final void option(TableOption option) {
        tableOptions = tableOptions.with(option);
    }

    /** Adds an option of the primary key; errors with ALK-1320 if it conflicts with another. */
    protected final void primaryKeyOption(ConstraintOption option) {
        primaryKeyOptions = primaryKeyOptions.with(option);
    }

    /** Says what the table is for, to those who read the database. */
    protected final void comment(String text) {
        tableComment = text;
    }

    @Override
    public final @Nullable String schema() {
        return schema;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final @Nullable String alias() {
        return alias;
    }

    @Override
    public final List<Column<?>> columns() {
        return Collections.unmodifiableList(columns);
    }

    @Override
    public final List<ForeignKey> foreignKeys() {
        return Collections.unmodifiableList(foreignKeys);
    }

    /** Unique and check constraints; those of single columns are in the columns' options. */
    public final List<Constraint> constraints() {
        return Collections.unmodifiableList(constraints);
    }

    public final List<Index> indexes() {
        return Collections.unmodifiableList(indexes);
    }

    /** The sequences that exist because of this table; another may name the same. */
    public final List<Sequence> sequences() {
        return Collections.unmodifiableList(sequences);
    }

    /** What single databases are told of the table. */
    public final Options<TableOption> tableOptions() {
        return tableOptions;
    }

    /** What single databases are told of the primary key. */
    public final Options<ConstraintOption> primaryKeyOptions() {
        return primaryKeyOptions;
    }

    /** What the table is for, or null. */
    public final @Nullable String tableComment() {
        return tableComment;
    }

    /** Tables that exist along with this one, such as association tables; a MetaData of this table includes them. */
    public List<Table> associatedTables() {
        return List.of();
    }

    /**
     * The tables that the database has for this one: itself, unless several classes share a table, or a class has none. A
     * MetaData of this table has these.
     */
    public List<Table> storedTables() {
        return List.of(this);
    }

    /** The columns of the primary key in order; empty where there is none. */
    public final List<Column<?>> primaryKey() {
        List<Column<?>> known = primaryKey;
        if (known == null) {
            known = columns.stream().filter(Column::isPrimaryKey).toList();
            primaryKey = known;
        }
        return known;
    }

    /** The column of a name; errors with ALK-1304 if there is none. */
    public final Column<?> column(String columnName) {
        return find(columnName)
                .orElseThrow(() -> new AlkahestArgumentException(
                        "ALK-1304",
                        "Cannot find column '" + columnName + "' in table '" + name + "': it has "
                                + columns.stream().map(Column::name).toList() + ". Use one of these, or add it."));
    }

    /** The column of a name and Java type; errors with ALK-1304 if there is none, ALK-1305 if its type is another. */
    @SuppressWarnings("unchecked") // checked against the column's Java type
    public final <T> Column<T> column(String columnName, Class<T> javaType) {
        Column<?> column = column(columnName);
        if (column.type().javaType() != javaType) {
            throw new AlkahestArgumentException(
                    "ALK-1305",
                    "Cannot use column '" + columnName + "' of table '" + name + "' as " + javaType.getSimpleName()
                            + ": its values are " + column.type().javaType().getSimpleName() + ". Ask for that type.");
        }
        return (Column<T>) column;
    }

    /** The column of a name, if there is one. */
    public final Optional<Column<?>> find(String columnName) {
        for (Column<?> column : columns) {
            if (column.name().equals(columnName)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private List<Column<?>> same(List<Column<?>> others) {
        List<Column<?>> mine = new ArrayList<>();
        for (Column<?> other : others) {
            mine.add(columns.get(other.position()));
        }
        return mine;
    }

    @Override
    public final void render(RenderContext context) {
        throw new IllegalStateException("The compiler renders tables itself: " + this);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Table that
                        && name.equals(that.name)
                        && Objects.equals(schema, that.schema)
                        && Objects.equals(alias, that.alias));
    }

    @Override
    public final int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        String qualified = schema == null ? name : schema + "." + name;
        return alias == null ? qualified : qualified + " AS " + alias;
    }
}
