package org.alkahest.dialect.h2;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.reflect.CatalogQuery;
import org.jspecify.annotations.Nullable;

/**
 * Names of the catalogue as Alkahest writes them, and the other way round. A name that is written without quotes was folded
 * to upper case, or to whatever the database's settings say, so its case does not count. Immutable.
 */
record H2Names(IdentifierRules identifiers) {
    /** A folded name in lower case; others as they are. */
    String unfolded(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.equals(name.toUpperCase(Locale.ROOT)) && identifiers.isPlain(lower) ? lower : name;
    }

    /** Adds the condition that a schema is this one; null for the connection's own. */
    CatalogQuery inSchema(CatalogQuery query, String column, @Nullable String schema) {
        return schema == null ? query.add(column + " = CURRENT_SCHEMA") : anyOf(query, column, Set.of(schema));
    }

    /** Adds AND and the condition that a name is one of these; nothing if there are none. */
    CatalogQuery andAnyOf(CatalogQuery query, String column, Collection<String> names) {
        return names.isEmpty() ? query : anyOf(query.add("AND"), column, names);
    }

    private CatalogQuery anyOf(CatalogQuery query, String column, Collection<String> names) {
        List<String> plain = new ArrayList<>();
        List<String> quoted = new ArrayList<>();
        for (String name : names) {
            if (identifiers.isPlain(name)) {
                plain.add(name.toUpperCase(Locale.ROOT));
            } else {
                quoted.add(name);
            }
        }
        in(query.add("("), "UPPER(" + column + ")", plain);
        return in(query.add("OR"), column, quoted).add(")");
    }

    private static CatalogQuery in(CatalogQuery query, String column, List<String> values) {
        return values.isEmpty() ? query.add("FALSE") : query.add("TRUE").andIn(column, values);
    }
}
