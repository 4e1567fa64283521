package org.alkahest.sql;

/** An array made of values, and what is read out of one (SQL:2023 part 2, 6.4, 6.33 and 6.47). */
public sealed interface ArrayExpression<T> extends Expression<T>
        permits ArrayConstructor, ArrayElement, ArraySlice, ArrayLength, ArrayPosition {}
