package org.alkahest.dialect.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.dialect.h2.H2Reflection.CatalogName;
import org.alkahest.reflect.CatalogQuery;
import org.alkahest.reflect.ObjectName;
import org.alkahest.reflect.ReflectedCheck;
import org.alkahest.reflect.ReflectedForeignKey;
import org.alkahest.reflect.ReflectedKey;
import org.alkahest.reflect.TableAssembly.Parts;
import org.jspecify.annotations.Nullable;

/** Reads keys and checks of tables, each by the name of its constraint, of which a schema has one. One thread at a time. */
final class H2ReflectedConstraints {
    private final Connection connection;
    private final H2Names names;
    private final H2Reflection tables;
    private final Map<CatalogName, List<KeyColumn>> columns = new HashMap<>();
    private final Map<CatalogName, Reference> references = new HashMap<>();
    private final Map<CatalogName, String> conditions = new HashMap<>();

    H2ReflectedConstraints(Connection connection, H2Names names, H2Reflection tables) {
        this.connection = connection;
        this.names = names;
        this.tables = tables;
    }

    void read() throws SQLException {
        readColumns();
        readReferences();
        readConditions();
        String wanted = "TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_SCHEMA, CONSTRAINT_NAME, CONSTRAINT_TYPE, REMARKS,"
                + " NULLS_DISTINCT";
        tables.of(wanted, "TABLE_CONSTRAINTS").add("ORDER BY CONSTRAINT_NAME").forEach(connection, row -> {
            Parts table = tables.find(row).orElse(null);
            if (table != null) {
                CatalogName key = constraint(row);
                add(table, key, row, columns.getOrDefault(key, List.of()));
            }
        });
    }

    private void add(Parts table, CatalogName key, ResultSet row, List<KeyColumn> own) throws SQLException {
        String name = names.unfolded(key.name());
        String comment = row.getString("REMARKS");
        switch (row.getString("CONSTRAINT_TYPE")) {
            case "PRIMARY KEY" -> own.forEach(column -> table.primaryKey(name, column.name()));
            case "UNIQUE" -> {
                table.unique(key, new ReflectedKey(name, namesOf(own), comment));
                boolean distinct = !"NO".equals(row.getString("NULLS_DISTINCT"));
                table.option(name + ".nulls_not_distinct", distinct ? null : "true");
            }
            case "FOREIGN KEY" -> {
                Reference reference = references.get(key);
                if (reference != null) {
                    List<KeyColumn> target = columns.getOrDefault(reference.target(), List.of());
                    table.foreignKey(key, foreignKey(name, own, reference, target, comment));
                }
            }
            default -> {
                String condition = conditions.get(key);
                if (condition != null) {
                    table.check(new ReflectedCheck(name, condition, comment));
                }
            }
        }
    }

    private static List<String> namesOf(List<KeyColumn> columns) {
        return columns.stream().map(KeyColumn::name).toList();
    }

    private ReflectedForeignKey foreignKey(
            String name,
            List<KeyColumn> columns,
            Reference reference,
            List<KeyColumn> target,
            @Nullable String comment) {
        CatalogName own = columns.get(0).table();
        CatalogName to = target.get(0).table();
        return new ReflectedForeignKey(
                name,
                namesOf(columns),
                new ObjectName(tables.target(to.schema(), own.schema()), names.unfolded(to.name())),
                columns.stream()
                        .map(column -> target.get(column.position() - 1).name())
                        .toList(),
                ReflectedForeignKey.action(reference.onDelete()),
                ReflectedForeignKey.action(reference.onUpdate()),
                false,
                false,
                comment);
    }

    /** Those of every table, as foreign keys refer to other schemas as well. */
    private void readColumns() throws SQLException {
        CatalogQuery.of("SELECT * FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE ORDER BY ORDINAL_POSITION")
                .forEach(
                        connection,
                        row -> columns.computeIfAbsent(constraint(row), key -> new ArrayList<>())
                                .add(new KeyColumn(
                                        new CatalogName(row.getString("TABLE_SCHEMA"), row.getString("TABLE_NAME")),
                                        tables.name(row, "COLUMN_NAME"),
                                        row.getInt("POSITION_IN_UNIQUE_CONSTRAINT"))));
    }

    private void readReferences() throws SQLException {
        CatalogQuery.of("SELECT * FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS")
                .forEach(
                        connection,
                        row -> references.put(
                                constraint(row),
                                new Reference(
                                        new CatalogName(
                                                row.getString("UNIQUE_CONSTRAINT_SCHEMA"),
                                                row.getString("UNIQUE_CONSTRAINT_NAME")),
                                        row.getString("DELETE_RULE"),
                                        row.getString("UPDATE_RULE"))));
    }

    private void readConditions() throws SQLException {
        CatalogQuery.of("SELECT * FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS")
                .forEach(connection, row -> conditions.put(constraint(row), row.getString("CHECK_CLAUSE")));
    }

    private static CatalogName constraint(ResultSet row) throws SQLException {
        return new CatalogName(row.getString("CONSTRAINT_SCHEMA"), row.getString("CONSTRAINT_NAME"));
    }

    /**
     * A column of a primary key, unique constraint or foreign key, in order.
     *
     * @param position of a foreign key's column in the key that it refers to, from 1 on
     */
    private record KeyColumn(CatalogName table, String name, int position) {}

    /** What a foreign key refers to: the constraint, and what happens. */
    private record Reference(CatalogName target, String onDelete, String onUpdate) {}
}
