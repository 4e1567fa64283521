/**
 * DuckDB 2.0 and later, in this process, through {@code org.duckdb:duckdb_jdbc}. Nothing here is named by anybody: it is
 * found by {@link java.util.ServiceLoader}.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.dialect.duckdb;
