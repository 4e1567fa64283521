package org.alkahest.random;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.sql.FromItem;

/** An item of FROM with its columns. */
record Source(FromItem item, List<Term<?>> columns) {
    Source {
        columns = List.copyOf(columns);
    }

    static List<Term<?>> columns(List<Source> sources) {
        List<Term<?>> all = new ArrayList<>();
        sources.forEach(source -> all.addAll(source.columns));
        return all;
    }
}
