package org.alkahest.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.alkahest.processor.Attribute.SortKey;

/** Reads {@code @OrderBy("name DESC, address.city")}. */
final class OrderByReader {
    private final Context context;

    OrderByReader(Context context) {
        this.context = context;
    }

    /** The sort keys; empty for the order of the key. */
    List<SortKey> read(Element field, TypeElement target) {
        Annotation annotation = Annotation.find(field, "OrderBy").orElse(null);
        if (annotation == null || annotation.text("value").isBlank()) {
            return List.of();
        }
        List<ColumnModel> columns = new EntityReader(context).columnsOf(target);
        List<SortKey> keys = new ArrayList<>();
        for (String item : annotation.text("value").split(",", -1)) {
            String[] words = item.strip().split("\\s+", -1);
            Optional<String> suffix = suffix(words);
            Optional<ColumnModel> column = columns.stream()
                    .filter(each -> each.path().equals(words[0]))
                    .findFirst();
            if (suffix.isEmpty() || column.isEmpty()) {
                context.problems()
                        .add(
                                "ALK-3017",
                                field,
                                annotation,
                                "cannot order by '" + item.strip() + "'.",
                                "Give attributes of " + target.getSimpleName()
                                        + " that are columns, each with ASC or DESC and NULLS FIRST or LAST if"
                                        + " needed.");
                return List.of();
            }
            keys.add(new SortKey(column.get().field(), suffix.get()));
        }
        return keys;
    }

    private static Optional<String> suffix(String[] words) {
        String rest = String.join(" ", List.of(words).subList(1, words.length)).toUpperCase(Locale.ROOT);
        return switch (rest) {
            case "", "ASC" -> Optional.of(".asc()");
            case "DESC" -> Optional.of(".desc()");
            case "NULLS FIRST", "ASC NULLS FIRST" -> Optional.of(".asc().nullsFirst()");
            case "NULLS LAST", "ASC NULLS LAST" -> Optional.of(".asc().nullsLast()");
            case "DESC NULLS FIRST" -> Optional.of(".desc().nullsFirst()");
            case "DESC NULLS LAST" -> Optional.of(".desc().nullsLast()");
            default -> Optional.empty();
        };
    }
}
