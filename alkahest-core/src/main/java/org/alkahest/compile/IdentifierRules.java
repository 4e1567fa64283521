package org.alkahest.compile;

import java.util.Locale;
import java.util.Set;
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
    private final Set<String> reserved;

    /** @param reserved the database's reserved words, in lower case */
    public IdentifierRules(char quote, int maxLength, Set<String> reserved) {
        this.quote = quote;
        this.maxLength = maxLength;
        this.reserved = Set.copyOf(reserved);
    }

    /** The identifier as it is written in SQL; errors with ALK-1201 for names that no quoting can save. */
    public String write(String name) {
        if (PLAIN.matcher(name).matches() && !reserved.contains(name)) {
            return checkLength(name);
        }
        return quoted(name);
    }

    /** The identifier in quotes. */
    public String quoted(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new AlkahestArgumentException(
                    "ALK-1201",
                    "Cannot write the identifier '" + name.replace("\0", "\\0")
                            + "': it is empty or holds a NUL character. Use another name.");
        }
        String q = String.valueOf(quote);
        return q + checkLength(name).replace(q, q + q) + q;
    }

    /** A schema-qualified name. */
    public String qualified(@Nullable String schema, String name) {
        return schema == null ? write(name) : write(schema) + "." + write(name);
    }

    /** A generated name, cut to the database's greatest length with a hash of the whole at its end. */
    public String shorten(String name) {
        if (name.length() <= maxLength) {
            return name;
        }
        String hash = String.format(Locale.ROOT, "%08x", name.hashCode());
        return name.substring(0, maxLength - hash.length() - 1) + "_" + hash;
    }

    private String checkLength(String name) {
        if (name.length() > maxLength) {
            throw new AlkahestArgumentException(
                    "ALK-1202",
                    "Cannot write the identifier '" + name + "': it has " + name.length()
                            + " characters and the database allows " + maxLength + ". Use a shorter name.");
        }
        return name;
    }
}
