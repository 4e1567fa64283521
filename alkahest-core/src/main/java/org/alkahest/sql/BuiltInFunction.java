package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.alkahest.type.SqlType;

/** A function that every database has in its own words; dialects translate it, unlike {@link FunctionCall}. */
public record BuiltInFunction<T>(Name name, List<Expression<?>> arguments, SqlType<T> type)
        implements FunctionExpression<T> {
    public BuiltInFunction {
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(type, "type is null");
        arguments = List.copyOf(arguments);
    }

    /** The argument at a 0-based position. */
    public Expression<?> argument(int position) {
        return arguments.get(position);
    }

    @Override
    public void describe(Description description) {
        description.add(name).add(type).children(arguments);
    }

    @Override
    public BuiltInFunction<T> mapChildren(NodeMapper mapper) {
        return new BuiltInFunction<>(name, mapper.mapAll(arguments), type);
    }

    /** The functions, each with the name that is most common. */
    public enum Name {
        ABS("abs"),
        ROUND("round"),
        FLOOR("floor"),
        CEILING("ceiling"),
        SIGN("sign"),
        SQRT("sqrt"),
        EXP("exp"),
        LN("ln"),
        POWER("power"),
        GREATEST("greatest"),
        LEAST("least"),
        RANDOM("random"),
        NEW_UUID("gen_random_uuid"),
        CHAR_LENGTH("char_length"),
        TRIM("trim"),
        TRIM_LEADING("ltrim"),
        TRIM_TRAILING("rtrim"),
        SUBSTRING("substring"),
        /** The part comes first, then the string. */
        POSITION("position"),
        REPLACE("replace"),
        LEFT("left"),
        RIGHT("right"),
        LPAD("lpad"),
        RPAD("rpad"),
        CURRENT_DATE("CURRENT_DATE"),
        CURRENT_TIMESTAMP("CURRENT_TIMESTAMP"),
        LOCAL_TIME("LOCALTIME"),
        LOCAL_TIMESTAMP("LOCALTIMESTAMP"),
        CURRENT_USER("CURRENT_USER"),
        SESSION_USER("SESSION_USER"),
        /** Whole seconds since 1970. */
        EPOCH_SECONDS("epoch"),
        /** The earlier date comes first. */
        DAYS_BETWEEN("datediff");

        private final String sql;

        Name(String sql) {
            this.sql = sql;
        }

        /** The name in SQL. */
        public String sql() {
            return sql;
        }
    }
}
