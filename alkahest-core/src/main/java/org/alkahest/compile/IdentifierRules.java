package org.alkahest.compile;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * How identifiers are written: quoted if they are reserved, hold anything but lower-case letters, digits and underscores,
 * or would be folded to another case. An all-lower-case name is case-insensitive by convention, as in SQLAlchemy. Nobody
 * else writes a quote character. Immutable.
 */
public final class IdentifierRules {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private final char quote;
    private final int maxLength;
    private final LengthUnit unit;
    private final Set<String> reserved;
    private final Pattern plain;
    private final boolean quoteCharacters;
    private final Function<String, List<String>> schemaParts;

    /** @param reserved the database's reserved words, in lower case */
    public IdentifierRules(char quote, int maxLength, LengthUnit unit, Set<String> reserved) {
        this(quote, maxLength, unit, Set.copyOf(reserved), PLAIN, true, List::of);
    }

    private IdentifierRules(
            char quote,
            int maxLength,
            LengthUnit unit,
            Set<String> reserved,
            Pattern plain,
            boolean quoteCharacters,
            Function<String, List<String>> schemaParts) {
        this.quote = quote;
        this.maxLength = maxLength;
        this.unit = unit;
        this.reserved = reserved;
        this.plain = plain;
        this.quoteCharacters = quoteCharacters;
        this.schemaParts = schemaParts;
    }

    /** The same for a database where other names than lower-case letters, digits and underscores need no quotes. */
    public IdentifierRules withPlain(Pattern names) {
        return new IdentifierRules(quote, maxLength, unit, reserved, names, quoteCharacters, schemaParts);
    }

    /** The same for a database where a name in quotes can hold no quote character, doubled or not. */
    public IdentifierRules withoutQuoteCharacters() {
        return new IdentifierRules(quote, maxLength, unit, reserved, plain, false, schemaParts);
    }

    /** The same for a database where what a table calls its schema may be several names, the outermost first. */
    public IdentifierRules withSchemaParts(Function<String, List<String>> parts) {
        return new IdentifierRules(quote, maxLength, unit, reserved, plain, quoteCharacters, parts);
    }

    /** What a database counts in an identifier. */
    public enum LengthUnit {
        CHARACTERS,
        /** Bytes of UTF-8. */
        BYTES
    }

    /** The identifier as it is written in SQL; errors with ALK-1201 for names that no quoting can save. */
    public String write(String name) {
        return isPlain(name) ? checkLength(name) : quoted(name);
    }

    /** Whether the identifier is written without quotes, so that its case never matters. */
    public boolean isPlain(String name) {
        return plain.matcher(name).matches() && !reserved.contains(name);
    }

    /** The identifier in quotes. */
    public String quoted(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new AlkahestArgumentException(
                    "ALK-1201",
                    "Cannot write the identifier '" + name.replace("\0", "\\0")
                            + "': it is empty or holds a NUL character. Use another name.");
        }
        if (!quoteCharacters && name.indexOf(quote) >= 0) {
            throw new AlkahestArgumentException(
                    "ALK-1201",
                    "Cannot write the identifier '" + name + "': it holds a " + quote
                            + ", which the database allows in no name. Use another name.");
        }
        String q = String.valueOf(quote);
        return q + checkLength(name).replace(q, q + q) + q;
    }

    /** A schema-qualified name. */
    public String qualified(@Nullable String schema, String name) {
        StringJoiner all = new StringJoiner(".");
        if (schema != null) {
            schemaParts.apply(schema).forEach(part -> all.add(write(part)));
        }
        return all.add(write(name)).toString();
    }

    /** A generated name, cut to the database's greatest length with a hash of the whole at its end. */
    public String shorten(String name) {
        if (length(name) <= maxLength) {
            return name;
        }
        String hash = String.format(Locale.ROOT, "_%08x", name.hashCode());
        int end = Math.min(name.length(), maxLength - hash.length());
        while (length(name.substring(0, end)) > maxLength - hash.length()
                || Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + hash;
    }

    private int length(String name) {
        return unit == LengthUnit.BYTES ? name.getBytes(StandardCharsets.UTF_8).length : name.length();
    }

    private String checkLength(String name) {
        int length = length(name);
        if (length > maxLength) {
            throw new AlkahestArgumentException(
                    "ALK-1202",
                    "Cannot write the identifier '" + name + "': it has " + length + " "
                            + unit.name().toLowerCase(Locale.ROOT) + " and the database allows " + maxLength
                            + ". Use a shorter name.");
        }
        return name;
    }
}
