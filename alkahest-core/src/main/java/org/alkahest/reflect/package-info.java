/** Reflection: what exists in a database, looked up over a JDBC connection by {@link org.alkahest.reflect.Inspector}. */
@org.jspecify.annotations.NullMarked
package org.alkahest.reflect;
