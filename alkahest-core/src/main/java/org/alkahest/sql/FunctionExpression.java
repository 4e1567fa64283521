package org.alkahest.sql;

/** A function of values, or an aggregate of rows (SQL:2023 part 2, 6.10 to 6.12, 6.34 to 6.38 and 10.9). */
public sealed interface FunctionExpression<T> extends Expression<T>
        permits FunctionCall, BuiltInFunction, StringAggregate, WindowFunction, Extract, RegexpReplace {}
