package org.alkahest.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * A collection of tables that creates and drops itself in the order that foreign keys demand. Schemas are not created:
 * see {@link DdlElement.CreateSchema}. Immutable.
 */
public final class MetaData {
    private final List<Table> tables;
    private final boolean foreignKeys;

    private MetaData(List<Table> tables, boolean foreignKeys) {
        this.tables = tables;
        this.foreignKeys = foreignKeys;
    }

    /** The collection of these tables and of those associated with them; errors with ALK-1306 for an alias, or two tables of one name. */
    public static MetaData of(Table... tables) {
        return of(Arrays.asList(tables));
    }

    /** The collection of these tables and of those associated with them; errors with ALK-1306 for an alias, or two tables of one name. */
    @SuppressWarnings("ReferenceEquality") // the same table twice is harmless, two definitions of it are not
    public static MetaData of(Collection<? extends Table> tables) {
        Map<Table, Table> all = new LinkedHashMap<>();
        for (Table table : stored(tables)) {
            Table present = all.putIfAbsent(table, table);
            if (table.alias() != null || (present != null && present != table)) {
                throw new AlkahestArgumentException(
                        "ALK-1306",
                        "Cannot collect table '" + table + "': "
                                + (table.alias() != null
                                        ? "it is an alias. Give the table itself."
                                        : "there are two definitions of that name. Keep one of them."));
            }
            table.associatedTables().forEach(associated -> all.putIfAbsent(associated, associated));
        }
        return new MetaData(List.copyOf(all.keySet()), true);
    }

    private static List<Table> stored(Collection<? extends Table> tables) {
        return tables.stream()
                .flatMap(table -> table.alias() == null ? table.storedTables().stream() : Stream.of(table))
                .toList();
    }

    /**
     * The same tables, created without their foreign keys, for databases whose foreign keys forbid too much. Joins and
     * mappings still know them; that rows refer to rows is then the program's care.
     */
    public MetaData withoutForeignKeys() {
        return new MetaData(tables, false);
    }

    /** The tables in the order in which they were given. */
    public List<Table> tables() {
        return tables;
    }

    /** The table of a name, in the connection's own schema. */
    public Optional<Table> find(String name) {
        return find(null, name);
    }

    /** The table of a name in a schema; null for the connection's own. */
    public Optional<Table> find(@Nullable String schema, String name) {
        return tables.stream()
                .filter(t -> t.name().equals(name) && Objects.equals(t.schema(), schema))
                .findFirst();
    }

    /**
     * The tables, each after those that it refers to, else in the order in which they were given. Tables that refer to each
     * other in a circle stand together.
     */
    public List<Table> sortedTables() {
        return TopologicalSort.sort(tables, DdlPlan::referredTables);
    }

    /** Creates the tables that do not exist. */
    public void createAll(SchemaTarget target) {
        target.createAll(this, true);
    }

    /** Creates the tables; see {@link SchemaTarget#createAll}. */
    public void createAll(SchemaTarget target, boolean checkFirst) {
        target.createAll(this, checkFirst);
    }

    /** Drops the tables that exist. */
    public void dropAll(SchemaTarget target) {
        target.dropAll(this, true);
    }

    /** Drops the tables; see {@link SchemaTarget#dropAll}. */
    public void dropAll(SchemaTarget target, boolean checkFirst) {
        target.dropAll(this, checkFirst);
    }

    /**
     * What creates the tables with their types, indexes and comments, in order: foreign keys in a circle are added after all tables.
     * Errors with ALK-1307 for a foreign key to a table that is neither here nor in the database. Sends nothing itself.
     *
     * @param checkFirst whether tables that exist are left out
     * @param exists whether a table is in the database; asked of all tables if {@code checkFirst}, and of those that foreign
     *     keys refer to outside of this collection
     */
    public List<DdlElement> createPlan(DdlFeatures features, boolean checkFirst, Predicate<Table> exists) {
        List<Table> missing = new ArrayList<>(sortedTables());
        if (checkFirst) {
            missing.removeIf(exists);
        }
        return new DdlPlan(tables, features, foreignKeys).create(missing, checkFirst, exists);
    }

    /**
     * What drops the tables, in order: foreign keys in a circle go before all tables. Sends nothing itself.
     *
     * @param checkFirst whether tables that do not exist are left out
     * @param exists whether a table is in the database; asked only if {@code checkFirst}
     */
    public List<DdlElement> dropPlan(DdlFeatures features, boolean checkFirst, Predicate<Table> exists) {
        List<Table> present = new ArrayList<>(sortedTables());
        if (checkFirst) {
            present.removeIf(exists.negate());
        }
        return new DdlPlan(tables, features, foreignKeys).drop(present);
    }

    @Override
    public String toString() {
        return "MetaData" + tables;
    }
}
