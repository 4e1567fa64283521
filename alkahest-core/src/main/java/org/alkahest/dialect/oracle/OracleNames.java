package org.alkahest.dialect.oracle;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.alkahest.compile.IdentifierRules;

/** Names as the data dictionary keeps them, in upper case where they were written without quotes, and as Alkahest does. */
record OracleNames(IdentifierRules identifiers) {
    String folded(String name) {
        return identifiers.isPlain(name) ? name.toUpperCase(Locale.ROOT) : name;
    }

    List<String> folded(Collection<String> names) {
        return names.stream().map(this::folded).toList();
    }

    /** A folded name as Alkahest writes it: in lower case. */
    String unfolded(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return folded(lower).equals(name) ? lower : name;
    }
}
