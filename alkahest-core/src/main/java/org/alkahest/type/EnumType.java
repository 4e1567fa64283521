package org.alkahest.type;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The labels that an enumerated type has, in order. Immutable.
 *
 * @param schema the schema of the type where it is created by name, or null for the connection's own
 * @param name the type's name where it is created by name
 */
public record EnumType(@Nullable String schema, String name, List<String> labels) implements NamedType {
    public EnumType {
        Objects.requireNonNull(name, "name is null");
        labels = List.copyOf(labels);
        if (labels.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1325", "Cannot make the enumerated type '" + name + "': it has no labels. Give it constants.");
        }
    }

    /** The names of an enum's constants, under the enum's own name in snake case. */
    public static EnumType of(Class<? extends Enum<?>> type) {
        String snake =
                type.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        return named(type, null, snake);
    }

    /** The names of an enum's constants, under a name. */
    public static EnumType named(Class<? extends Enum<?>> type, @Nullable String schema, String name) {
        return new EnumType(
                schema,
                name,
                Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    /** The length of the longest label. */
    public int length() {
        return labels.stream().mapToInt(String::length).max().orElseThrow();
    }
}
