/**
 * Types: what a value is in SQL and in Java, and how it moves between the two through JDBC.
 *
 * <p>Start with {@link org.alkahest.type.SqlTypes} (constants and factories), {@link org.alkahest.type.SqlType} (one
 * type) and {@link org.alkahest.type.Codec} (one way between Java and JDBC). The lowest package: it imports nothing of
 * Alkahest.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.type;
