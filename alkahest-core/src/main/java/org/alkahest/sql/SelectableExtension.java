package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;

/** The door through which the ORM's entities and users' own constructs become selectable. */
public non-sealed interface SelectableExtension<R> extends Selectable<R> {
    /** This, decoded by position as ever, from other expressions of the same types. */
    @Override
    @SuppressWarnings("ReferenceEquality") // a column of a restricted table equals that of the table
    default Selectable<R> mapParts(NodeMapper mapper) {
        List<Expression<?>> mapped = new ArrayList<>();
        boolean same = true;
        for (Expression<?> expression : expressions()) {
            Expression<?> now = mapper.map(expression);
            same &= now == expression;
            mapped.add(now);
        }
        return same ? this : new RewrittenSelectable<>(this, mapped);
    }
}
