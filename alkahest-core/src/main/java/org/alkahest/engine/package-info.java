/**
 * The engine: from a URL to rows.
 *
 * <p>Start with {@link org.alkahest.engine.Engine} (one per database and program), {@link org.alkahest.engine.Connection}
 * (one unit of work at a time) and {@link org.alkahest.engine.Result} (rows, typed by the statement). An engine owns the
 * pool, the dialect and the statement cache; a connection begins a transaction with its first statement and loses it at
 * close unless it was committed.
 *
 * <p>A statement goes one way: its structure is walked once into a key and values; the cache gives the compiled form for
 * the key, or the dialect's compiler makes it; the values are bound by the codecs that the compiled form names. Rejected:
 * an "autocommit by default" connection as JDBC has it, because half-done work would be visible; and connections bound to
 * threads, because virtual threads make that bond meaningless.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.engine;
