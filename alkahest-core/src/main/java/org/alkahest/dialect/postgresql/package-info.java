/**
 * PostgreSQL 12 and later, through {@code org.postgresql:postgresql}. The dialect is found by
 * {@link java.util.ServiceLoader}; what PostgreSQL alone has is in {@link org.alkahest.dialect.postgresql.Ranges}.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.dialect.postgresql;
