package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;

/** The door through which the ORM's entities and users' own constructs become selectable. */
public non-sealed interface SelectableExtension<R> extends Selectable<R> {
    /** This, decoded by position as ever, from other expressions of the same types. */
    @Override
    default Selectable<R> mapParts(NodeMapper mapper) {
        List<Expression<?>> mapped = new ArrayList<>();
        for (Expression<?> expression : expressions()) {
            mapped.add(mapper.map(expression));
        }
        return mapped.equals(expressions()) ? this : new RewrittenSelectable<>(this, mapped);
    }
}
