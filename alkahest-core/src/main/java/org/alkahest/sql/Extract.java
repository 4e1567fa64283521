package org.alkahest.sql;

import java.util.Objects;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** {@code EXTRACT(field FROM operand)}: a part of a date or time as a whole number (SQL:2023 part 2, 6.31). */
public record Extract(Field field, Expression<?> operand) implements FunctionExpression<Integer> {
    public Extract {
        Objects.requireNonNull(field, "field is null");
        Operators.require(operand, Operators.Need.DATETIME, "extract");
    }

    @Override
    public SqlType<Integer> type() {
        return SqlTypes.INTEGER;
    }

    @Override
    public void describe(Description description) {
        description.add(Extract.class).add(field).child(operand);
    }

    @Override
    public Extract mapChildren(NodeMapper mapper) {
        return new Extract(field, mapper.map(operand));
    }

    /** The parts that every database has. */
    public enum Field {
        YEAR,
        /** 1 to 4. */
        QUARTER,
        MONTH,
        /** The week of the year that ISO 8601 counts, 1 to 53. */
        WEEK,
        DAY,
        /** 1 to 366. */
        DAY_OF_YEAR,
        /** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
        DAY_OF_WEEK,
        HOUR,
        MINUTE,
        SECOND
    }
}
