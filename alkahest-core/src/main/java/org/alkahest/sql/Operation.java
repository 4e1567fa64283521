package org.alkahest.sql;

/** An operator that computes a value from values (SQL:2023 part 2, 6.33 and 6.35). */
public sealed interface Operation<T> extends Expression<T>
        permits Arithmetic,
                Negation,
                BitwiseOperation,
                BitwiseNot,
                Concatenation,
                ArrayConcatenation,
                Collate,
                DateAddition,
                IntervalAddition,
                IntervalBetween,
                CustomOperator {}
