/**
 * SQLite 3.35 and later, through {@code org.xerial:sqlite-jdbc}. Nothing here is named by anybody: it is found by
 * {@link java.util.ServiceLoader}.
 *
 * <p>SQLite has four kinds of values (integer, real, text, blob) and no dates, decimals or booleans of its own, so this
 * dialect decides how those are kept; see {@code SqliteCodecs}.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.dialect.sqlite;
