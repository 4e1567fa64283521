/**
 * PostgreSQL 12 and later, through {@code org.postgresql:postgresql}. Nothing here is named by anybody: it is found by
 * {@link java.util.ServiceLoader}.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.dialect.postgresql;
