package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import org.alkahest.processor.Attribute.SortKey;
import org.alkahest.processor.EntityModel.TableRule;
import org.jspecify.annotations.Nullable;

/** Reads {@code @Table}: name, schema, constraints and indexes. */
final class TableReader {
    private static final List<String> NOT_HONOURED = List.of("catalog", "comment", "options");

    private final Context context;
    private final TypeElement type;
    private final List<ColumnModel> columns;
    private final @Nullable Annotation table;

    TableReader(Context context, TypeElement type, List<ColumnModel> columns) {
        this.context = context;
        this.type = type;
        this.columns = columns;
        this.table = Annotation.find(type, "Table").orElse(null);
    }

    /** The entity's name: the class's, unless {@code @Entity(name = ...)} gives another. */
    static String entityName(TypeElement type) {
        String given = Annotation.find(type, "Entity")
                .map(entity -> entity.text("name"))
                .orElse("");
        return given.isEmpty() ? type.getSimpleName().toString() : given;
    }

    String schema() {
        return table == null ? "" : ColumnSpec.unquoted(table.text("schema"));
    }

    String name() {
        String given = table == null ? "" : ColumnSpec.unquoted(table.text("name"));
        return given.isEmpty() ? context.naming().name(entityName(type)) : given;
    }

    /** Constraints and indexes, reported on where they name unknown columns. */
    List<TableRule> rules() {
        if (table == null) {
            return List.of();
        }
        for (String member : NOT_HONOURED) {
            if (table.gives(member)) {
                wrong("ALK-3014", "'" + member + "' of @Table is not supported yet.", "Remove it.");
            }
        }
        List<TableRule> rules = new ArrayList<>();
        for (Annotation unique : table.annotations("uniqueConstraints")) {
            List<ColumnModel> of = unique.texts("columnNames").stream()
                    .flatMap(name -> find(name).stream())
                    .toList();
            if (!of.isEmpty()) {
                rules.add(new TableRule.Unique(ColumnSpec.unquoted(unique.text("name")), of));
            }
        }
        for (Annotation check : table.annotations("check")) {
            rules.add(new TableRule.Check(ColumnSpec.unquoted(check.text("name")), check.text("constraint")));
        }
        table.annotations("indexes").forEach(index -> index(index).ifPresent(rules::add));
        return rules;
    }

    private Optional<TableRule> index(Annotation index) {
        List<SortKey> keys = new ArrayList<>();
        for (String item : index.text("columnList").split(",", -1)) {
            String[] words = item.strip().split("\\s+", -1);
            String direction = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "ASC";
            if (words.length > 2 || !List.of("ASC", "DESC").contains(direction)) {
                wrong(
                        "ALK-3017",
                        "cannot index '" + item.strip() + "'.",
                        "Give columns, each with ASC or DESC if needed.");
                return Optional.empty();
            }
            Optional<ColumnModel> column = find(words[0]);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            keys.add(new SortKey(column.get().field(), direction.equals("DESC") ? ".desc()" : ".asc()"));
        }
        return Optional.of(
                new TableRule.Index(ColumnSpec.unquoted(index.text("name")), keys, index.flag("unique", false)));
    }

    private Optional<ColumnModel> find(String name) {
        String wanted = ColumnSpec.unquoted(name.strip());
        Optional<ColumnModel> found = columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(wanted))
                .findFirst();
        if (found.isEmpty()) {
            String fix = columns.stream()
                    .filter(column -> column.path().equals(wanted))
                    .findFirst()
                    .map(column -> "Name the column '" + column.name() + "', not the attribute.")
                    .orElse("Name one of "
                            + columns.stream().map(ColumnModel::name).toList() + ".");
            wrong("ALK-3017", "table '" + name() + "' has no column '" + wanted + "'.", fix);
        }
        return found;
    }

    private void wrong(String code, String problem, String fix) {
        if (table != null) {
            context.problems().add(code, type, table, problem, fix);
        }
    }
}
