package org.alkahest.dialect.oracle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.dialect.oracle.OracleReflection.Found;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.Inspector;
import org.alkahest.reflect.Lookup;
import org.alkahest.reflect.ReflectedTable;
import org.alkahest.reflect.TableAssembly;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the static data dictionary views (19c Database Reference, part II). A name that is written without quotes is
 * kept there in upper case. A synonym that is looked up by its name is described as the table it stands for, be that in
 * another schema or, over a database link, in another database.
 */
final class OracleInspector implements Inspector {
    private final OracleNames names;

    OracleInspector(IdentifierRules identifiers) {
        names = new OracleNames(identifiers);
    }

    @Override
    public List<String> schemaNames(Connection connection) throws SQLException {
        return unfolded(
                CatalogQuery.of("SELECT USERNAME FROM ALL_USERS WHERE ORACLE_MAINTAINED = 'N' ORDER BY USERNAME")
                        .strings(connection));
    }

    @Override
    public @Nullable String defaultSchema(Connection connection) throws SQLException {
        return unfolded(CatalogQuery.of("SELECT SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') FROM DUAL")
                        .strings(connection))
                .get(0);
    }

    @Override
    public List<String> names(Connection connection, Lookup lookup) throws SQLException {
        return dictionary(connection, lookup.schema()).find(lookup).stream()
                .map(found -> names.unfolded(found.name()))
                .sorted()
                .toList();
    }

    /** Without those that number identity columns. */
    @Override
    public List<String> sequenceNames(Connection connection, @Nullable String schema) throws SQLException {
        return unfolded(dictionary(connection, schema)
                .inSchema("SELECT s.SEQUENCE_NAME FROM ALL_SEQUENCES s WHERE", "s.SEQUENCE_OWNER")
                .add("AND s.SEQUENCE_NAME NOT LIKE 'ISEQ$$%' ORDER BY s.SEQUENCE_NAME")
                .strings(connection));
    }

    @Override
    public List<ReflectedTable> tables(Connection connection, Lookup lookup) throws SQLException {
        TableAssembly tables = new TableAssembly();
        OracleReflection dictionary = dictionary(connection, lookup.schema());
        List<Found> found = dictionary.find(lookup);
        if (!found.isEmpty()) {
            dictionary.read(
                    tables, lookup.schema(), lookup.schema(), found, names.folded(lookup.names()), names::unfolded);
        }
        Set<String> missing = new HashSet<>(names.folded(lookup.names()));
        found.forEach(table -> missing.remove(table.name()));
        if (!missing.isEmpty()) {
            synonyms(tables, connection, lookup, missing);
        }
        return tables.toTables().stream()
                .sorted(Comparator.comparing(table -> table.name().name()))
                .toList();
    }

    /** One look-up for each synonym: several may stand for one table. */
    private void synonyms(TableAssembly tables, Connection connection, Lookup lookup, Set<String> wanted)
            throws SQLException {
        Map<Place, List<Synonym>> byPlace = new LinkedHashMap<>();
        dictionary(connection, lookup.schema())
                .inSchema(
                        "SELECT s.SYNONYM_NAME, s.TABLE_OWNER, s.TABLE_NAME, s.DB_LINK FROM ALL_SYNONYMS s WHERE",
                        "s.OWNER")
                .andIn("s.SYNONYM_NAME", wanted)
                .add("ORDER BY s.SYNONYM_NAME")
                .forEach(
                        connection,
                        row -> byPlace.computeIfAbsent(
                                        new Place(row.getString(2), row.getString(4)), place -> new ArrayList<>())
                                .add(new Synonym(row.getString(1), row.getString(3))));
        for (Map.Entry<Place, List<Synonym>> entry : byPlace.entrySet()) {
            Place place = entry.getKey();
            for (Synonym synonym : entry.getValue()) {
                OracleReflection there = new OracleReflection(
                        connection, names, place.owner(), place.link() == null ? "" : "@" + place.link());
                List<Found> found = there.find(lookup.named(names.unfolded(synonym.table())));
                if (!found.isEmpty()) {
                    there.read(
                            tables,
                            lookup.schema(),
                            place.owner() == null ? null : names.unfolded(place.owner()),
                            found,
                            List.of(synonym.table()),
                            table -> names.unfolded(synonym.name()));
                }
            }
        }
    }

    @Override
    public boolean hasTable(Connection connection, @Nullable String schema, String table) throws SQLException {
        // Views and synonyms have the name as well: CREATE TABLE would fail just the same.
        return dictionary(connection, schema)
                .inSchema("SELECT o.OBJECT_NAME FROM ALL_OBJECTS o WHERE", "o.OWNER")
                .add("AND o.OBJECT_NAME = ?", names.folded(table))
                .add("AND o.OBJECT_TYPE IN ('TABLE', 'VIEW', 'MATERIALIZED VIEW', 'SYNONYM')")
                .hasRow(connection);
    }

    private OracleReflection dictionary(Connection connection, @Nullable String schema) {
        return new OracleReflection(connection, names, schema == null ? null : names.folded(schema), "");
    }

    private List<String> unfolded(List<String> dictionaryNames) {
        return dictionaryNames.stream().map(names::unfolded).toList();
    }

    private record Place(@Nullable String owner, @Nullable String link) {}

    private record Synonym(String name, String table) {}
}
