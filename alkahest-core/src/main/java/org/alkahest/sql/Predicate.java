package org.alkahest.sql;

import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/** A condition: true, false or unknown (SQL:2023 part 2, 8.1, and 6.39 for what connects conditions). */
public sealed interface Predicate extends Expression<Boolean>
        permits Comparison,
                DistinctFrom,
                QuantifiedComparison,
                Logical,
                Not,
                TruthTest,
                TruthValue,
                IsNull,
                Between,
                InValues,
                InExpressions,
                InQuery,
                TupleComparison,
                TupleInValues,
                TupleInQuery,
                Like,
                RegexpLike,
                TextMatch,
                JsonExists,
                JsonContains,
                ArrayContains,
                ArrayComparison,
                Exists {
    @Override
    default SqlType<Boolean> type() {
        return SqlTypes.BOOLEAN;
    }
}
