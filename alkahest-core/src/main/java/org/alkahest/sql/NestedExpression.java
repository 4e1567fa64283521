package org.alkahest.sql;

/** An expression of values that hold others: JSON documents, and the rows of a query as one value. */
public sealed interface NestedExpression<T> extends Expression<T> permits JsonPart, JsonValue, MultisetQuery {}
