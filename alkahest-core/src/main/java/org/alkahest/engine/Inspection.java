package org.alkahest.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.alkahest.reflect.Inspector;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.Lookup.Scope;
import org.alkahest.reflect.ObjectName;
import org.alkahest.reflect.ReflectedColumn;
import org.alkahest.reflect.ReflectedTable;
import org.alkahest.reflect.ReflectedTables;
import org.alkahest.schema.MetaData;
import org.alkahest.schema.Table;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * What exists in the database of a connection, inside its transaction. Each call sends a few queries to the database's
 * catalogue and keeps nothing. Used by one thread at a time, as its connection is. {@link Connection#inspect} makes one.
 */
public final class Inspection {
    private final Connection connection;
    private final Inspector inspector;
    private final UnaryOperator<ReflectedColumn> columns;

    Inspection(Connection connection, UnaryOperator<ReflectedColumn> columns) {
        this.connection = connection;
        this.inspector = connection.dialect().inspector();
        this.columns = columns;
    }

    /**
     * The same, with each column changed as it is read, for what the database cannot say:
     * {@code changing(c -> c.name().equals("kind") ? c.withType(SqlTypes.enumName(Kind.class)) : c)}. The functions of
     * several calls are applied in order.
     */
    public Inspection changing(UnaryOperator<ReflectedColumn> change) {
        Objects.requireNonNull(change, "change is null");
        return new Inspection(connection, column -> change.apply(columns.apply(column)));
    }

    /** The schemas that the user may see, without those of the database itself. */
    public List<String> schemaNames() {
        return connection.withJdbc(inspector::schemaNames);
    }

    /** The schema in which names without one are created, if the database has any. */
    public Optional<String> defaultSchema() {
        return connection.withJdbc(jdbc -> Optional.ofNullable(inspector.defaultSchema(jdbc)));
    }

    /** The tables of the connection's own schema, without temporary ones. */
    public List<String> tableNames() {
        return names(Lookup.tables());
    }

    /** The views of the connection's own schema, without temporary ones. */
    public List<String> viewNames() {
        return names(Lookup.views());
    }

    /** The names of tables and views, in order of their names. */
    public List<String> names(Lookup lookup) {
        return connection.withJdbc(jdbc -> inspector.names(jdbc, lookup));
    }

    /** The sequences of the connection's own schema. */
    public List<String> sequenceNames() {
        return sequenceNames(null);
    }

    /** The sequences of a schema; null for the connection's own. */
    public List<String> sequenceNames(@Nullable String schema) {
        return connection.withJdbc(jdbc -> inspector.sequenceNames(jdbc, schema));
    }

    /** The names of a table's indexes, without those that only serve a constraint. */
    public List<String> indexNames(Table table) {
        return connection.withJdbc(jdbc -> inspector.indexNames(jdbc, table.schema(), table.name()));
    }

    /** Whether a table or view of that name exists in the connection's own schema. */
    public boolean hasTable(String name) {
        return hasTable(null, name);
    }

    /** Whether a table or view of that name exists in a schema; null for the connection's own. */
    public boolean hasTable(@Nullable String schema, String name) {
        return connection.withJdbc(jdbc -> inspector.hasTable(jdbc, schema, name));
    }

    /** A table or view of the connection's own schema, temporary or not; errors with ALK-1611 if there is none. */
    public ReflectedTable describe(String name) {
        return describe(null, name);
    }

    /** A table or view of a schema, temporary or not; errors with ALK-1611 if there is none. */
    public ReflectedTable describe(@Nullable String schema, String name) {
        return one(
                describe(Lookup.tables().everyKind().scope(Scope.ANY).in(schema).named(name)),
                new ObjectName(schema, name));
    }

    /** Tables and views, in order of their names; those of a given name that do not exist are left out. */
    public List<ReflectedTable> describe(Lookup lookup) {
        return connection.withJdbc(jdbc -> inspector.tables(jdbc, lookup)).stream()
                .map(this::changed)
                .toList();
    }

    /**
     * A table of the connection's own schema, ready for statements, with those that it refers to, directly or not, behind its
     * foreign keys. Errors with ALK-1611 if there is none of that name, or one that it refers to may not be seen.
     */
    public Table table(String name) {
        return table(null, name);
    }

    /** As {@link #table(String)}, of a schema; null for the connection's own. */
    public Table table(@Nullable String schema, String name) {
        List<ReflectedTable> all = withTargets(List.of(describe(schema, name)));
        return ReflectedTables.toTables(all).get(0);
    }

    /** All tables of the connection's own schema, and those of others that they refer to. */
    public MetaData metaData() {
        return metaData(Lookup.tables());
    }

    /** The tables and views of a look-up, and the tables that they refer to. Errors with ALK-1611 if one may not be seen. */
    public MetaData metaData(Lookup lookup) {
        return MetaData.of(ReflectedTables.toTables(withTargets(describe(lookup))));
    }

    private ReflectedTable changed(ReflectedTable table) {
        return new ReflectedTable(
                table.name(),
                table.kind(),
                table.temporary(),
                table.columns().stream().map(columns).toList(),
                table.primaryKey(),
                table.uniques(),
                table.foreignKeys(),
                table.checks(),
                table.indexes(),
                table.comment(),
                table.definition(),
                table.options());
    }

    /** These and all that they refer to, one look-up per schema and step. */
    private List<ReflectedTable> withTargets(List<ReflectedTable> first) {
        List<ReflectedTable> all = new ArrayList<>(first);
        Set<ObjectName> missing = ReflectedTables.missingTargets(all);
        while (!missing.isEmpty()) {
            Map<ObjectName, ReflectedTable> found = new LinkedHashMap<>();
            bySchema(missing)
                    .forEach((schema, names) -> describe(Lookup.tables()
                                    .everyKind()
                                    .scope(Scope.ANY)
                                    .in(schema.orElse(null))
                                    .named(names))
                            .forEach(table -> found.put(table.name(), table)));
            for (ObjectName name : missing) {
                all.add(one(found.containsKey(name) ? List.of(found.get(name)) : List.of(), name));
            }
            missing = ReflectedTables.missingTargets(all);
        }
        return all;
    }

    private static Map<Optional<String>, Set<String>> bySchema(Set<ObjectName> names) {
        Map<Optional<String>, Set<String>> bySchema = new LinkedHashMap<>();
        names.forEach(name -> bySchema.computeIfAbsent(Optional.ofNullable(name.schema()), s -> new LinkedHashSet<>())
                .add(name.name()));
        return bySchema;
    }

    private ReflectedTable one(List<ReflectedTable> found, ObjectName name) {
        if (found.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1611",
                    "Cannot describe '" + name + "': there is no table or view of that name that the user may see."
                            + " Check its name and schema, or the user's rights.");
        }
        return found.get(0);
    }
}
