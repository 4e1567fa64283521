package org.alkahest.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.NamedType;
import org.jspecify.annotations.Nullable;

/** Puts the creation and removal of tables into an order that foreign keys allow. */
record DdlPlan(List<Table> all, DdlFeatures features, boolean foreignKeys) {
    /** The tables that a table's foreign keys and options refer to. */
    static Set<Table> referredTables(Table table) {
        Set<Table> referred = new LinkedHashSet<>();
        enforced(table).forEach(key -> referred.add(key.target()));
        table.tableOptions().all().forEach(option -> referred.addAll(option.requiredTables()));
        return referred;
    }

    /** @param sorted the tables to create, in dependency order */
    List<DdlElement> create(List<Table> sorted, boolean checkFirst, Predicate<Table> exists) {
        requireTargets(sorted, exists);
        List<DdlElement> plan = new ArrayList<>();
        namedTypes(sorted).forEach(type -> plan.add(new DdlElement.CreateType(type, checkFirst)));
        sequences(sorted).forEach(sequence -> plan.add(new DdlElement.CreateSequence(sequence)));
        for (Table table : sorted) {
            identities(table)
                    .forEach((column, identity) -> plan.add(new DdlElement.CreateIdentitySequence(column, identity)));
            List<ForeignKey> later = laterKeys(table, sorted);
            plan.add(new DdlElement.CreateTable(
                    table,
                    keys(table).stream().filter(key -> !later.contains(key)).toList()));
        }
        for (Table table : sorted) {
            laterKeys(table, sorted).forEach(key -> plan.add(new DdlElement.AddForeignKey(table, key)));
        }
        for (Table table : sorted) {
            table.indexes().forEach(index -> plan.add(new DdlElement.CreateIndex(table, index, true)));
        }
        if (features.commentStatements()) {
            sorted.forEach(table -> addComments(table, plan));
        }
        return plan;
    }

    /** @param sorted the tables to drop, in the order in which they would be created */
    List<DdlElement> drop(List<Table> sorted) {
        List<DdlElement> plan = new ArrayList<>();
        if (foreignKeys && !features.alterAddsConstraints() && hasCircle(sorted)) {
            plan.add(new DdlElement.DeferForeignKeys());
        }
        for (Table table : sorted) {
            laterKeys(table, sorted).forEach(key -> plan.add(new DdlElement.DropForeignKey(table, key)));
        }
        for (Table table : sorted.reversed()) {
            plan.add(new DdlElement.DropTable(table));
            identities(table).keySet().forEach(column -> plan.add(new DdlElement.DropIdentitySequence(column)));
        }
        sequences(sorted).forEach(sequence -> plan.add(new DdlElement.DropSequence(sequence)));
        namedTypes(sorted).reversed().forEach(type -> plan.add(new DdlElement.DropType(type)));
        return plan;
    }

    /** The foreign keys to tables that come later, which only a circle has; none where they cannot be added later. */
    private List<ForeignKey> laterKeys(Table table, List<Table> sorted) {
        if (!features.alterAddsConstraints()) {
            return List.of();
        }
        int place = sorted.indexOf(table);
        return keys(table).stream()
                .filter(key -> sorted.indexOf(key.target()) > place)
                .toList();
    }

    private List<ForeignKey> keys(Table table) {
        return foreignKeys ? enforced(table) : List.of();
    }

    /** Those to tables that the database has; it cannot look after others. */
    private static List<ForeignKey> enforced(Table table) {
        return table.foreignKeys().stream()
                .filter(key -> key.target().rowSource() == null)
                .toList();
    }

    /** The columns of a table that need a sequence to number themselves. */
    private Map<Column<?>, Identity> identities(Table table) {
        Map<Column<?>, Identity> identities = new LinkedHashMap<>();
        for (Column<?> column : table.columns()) {
            Identity identity = column.options().identity();
            if (features.identitySequences() && identity != null) {
                identities.put(column, identity);
            }
        }
        return identities;
    }

    /** The sequences that only these tables name: one that another names as well is there as long as that one. */
    private List<Sequence> sequences(List<Table> tables) {
        Map<List<@Nullable String>, Sequence> sequences = new LinkedHashMap<>();
        for (Table table : tables) {
            table.sequences().forEach(sequence -> sequences.putIfAbsent(nameOf(sequence), sequence));
        }
        for (Table other : all) {
            if (!tables.contains(other)) {
                other.sequences().forEach(sequence -> sequences.remove(nameOf(sequence)));
            }
        }
        return List.copyOf(sequences.values());
    }

    private static List<@Nullable String> nameOf(Sequence sequence) {
        return Arrays.asList(sequence.schema(), sequence.name());
    }

    /** The types that columns of the tables need, each once; errors with ALK-1324 for two of one name that differ. */
    private List<NamedType> namedTypes(List<Table> tables) {
        Map<String, NamedType> types = new LinkedHashMap<>();
        for (Table table : tables) {
            for (Column<?> column : table.columns()) {
                for (NamedType type : features.namedTypes().apply(column)) {
                    String name = type.schema() == null ? type.name() : type.schema() + "." + type.name();
                    NamedType known = types.putIfAbsent(name, type);
                    if (known != null && !known.equals(type)) {
                        throw new AlkahestArgumentException(
                                "ALK-1324",
                                "Cannot create the type '" + name + "' for column '" + column
                                        + "': another column declares one of that name otherwise. Give one of them"
                                        + " another name.");
                    }
                }
            }
        }
        return new ArrayList<>(types.values());
    }

    private static boolean hasCircle(List<Table> tables) {
        return TopologicalSort.groups(tables, DdlPlan::referredTables).stream().anyMatch(group -> group.size() > 1);
    }

    private static void addComments(Table table, List<DdlElement> plan) {
        String tableComment = table.tableComment();
        if (tableComment != null) {
            plan.add(new DdlElement.CommentOnTable(table, tableComment));
        }
        for (Column<?> column : table.columns()) {
            String comment = column.options().comment();
            if (comment != null) {
                plan.add(new DdlElement.CommentOnColumn(column, comment));
            }
        }
    }

    private void requireTargets(List<Table> created, Predicate<Table> exists) {
        for (Table table : created) {
            for (ForeignKey key : keys(table)) {
                Table target = key.target();
                if (!all.contains(target) && !exists.test(target)) {
                    throw new AlkahestArgumentException(
                            "ALK-1307",
                            "Cannot create table '" + table.name() + "': its foreign key on "
                                    + key.columns().stream().map(Column::name).toList() + " refers to table '" + target
                                    + "', which is neither in the MetaData nor in the database. Add that table to"
                                    + " MetaData.of(…), or create it first.");
                }
            }
        }
    }
}
