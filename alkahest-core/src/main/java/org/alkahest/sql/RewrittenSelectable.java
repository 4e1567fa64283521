package org.alkahest.sql;

import java.util.List;
import org.alkahest.type.Decoder;

/** Something selectable, read from other expressions than its own, such as an entity from another table. */
record RewrittenSelectable<R>(SelectableExtension<R> original, List<Expression<?>> expressions)
        implements SelectableExtension<R> {
    RewrittenSelectable {
        expressions = List.copyOf(expressions);
    }

    @Override
    public Decoder<R> decoder(int position, DecodeScope scope) {
        return original.decoder(position, scope);
    }

    @Override
    public Selectable<R> mapParts(NodeMapper mapper) {
        return new RewrittenSelectable<>(original, mapper.mapAll(expressions));
    }
}
