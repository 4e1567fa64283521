/**
 * SQLite 3.35 and later, through {@code org.xerial:sqlite-jdbc}. The dialect is found by
 * {@link java.util.ServiceLoader}; its own options of tables are in {@link org.alkahest.dialect.sqlite.SqliteOptions}.
 *
 * <p>SQLite has four kinds of values (integer, real, text, blob) and no dates, decimals or booleans of its own, so this
 * dialect decides how those are kept; see {@code SqliteCodecs}.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.dialect.sqlite;
