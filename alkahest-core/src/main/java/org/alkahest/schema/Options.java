package org.alkahest.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.alkahest.type.AlkahestArgumentException;

/**
 * The options of one part of a schema, of any dialects, in the order in which they were given. Errors with ALK-1320 for
 * two that cannot both hold. Immutable.
 */
public record Options<O extends DialectOption>(List<O> all) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    public Options {
        all = List.copyOf(all);
        for (int i = 0; i < all.size(); i++) {
            for (O earlier : all.subList(0, i)) {
                requireNoConflict(earlier, all.get(i));
            }
        }
    }

    private static void requireNoConflict(DialectOption a, DialectOption b) {
        if (a.conflictsWith(b) || b.conflictsWith(a)) {
            throw new AlkahestArgumentException(
                    "ALK-1320",
                    "Cannot give both " + a + " and " + b
                            + " to one part of a schema: they exclude each other. Keep one of them.");
        }
    }

    /** No options. */
    public static <O extends DialectOption> Options<O> none() {
        return new Options<>(List.of());
    }

    /** These and one more. */
    public Options<O> with(O option) {
        List<O> more = new ArrayList<>(all);
        more.add(option);
        return new Options<>(more);
    }

    /** The options of a class, which only the dialect that made them knows. */
    public <T> List<T> all(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The first option of a class, if there is one. */
    public <T> Optional<T> find(Class<T> kind) {
        return all(kind).stream().findFirst();
    }

    /** Whether there is an option equal to one. */
    public boolean has(DialectOption option) {
        return all.contains(option);
    }

    /**
     * A text that is written into SQL as a word, where the database takes neither quotes nor a parameter, such as the name
     * of a storage engine; errors with ALK-1321 unless it is letters, digits and underscores. For dialects.
     */
    public static String requireWord(String text) {
        if (!WORD.matcher(text).matches()) {
            throw new AlkahestArgumentException(
                    "ALK-1321",
                    "Cannot make an option of '" + text + "': the database takes a word there, without quotes. Use"
                            + " letters, digits and underscores only.");
        }
        return text;
    }
}
