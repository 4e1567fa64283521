/**
 * Reflection: what exists in a database, looked up over a JDBC connection by an {@link org.alkahest.reflect.Inspector} and
 * described by {@link org.alkahest.reflect.ReflectedTable}, of which {@link org.alkahest.reflect.ReflectedTables} makes
 * tables.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.reflect;
