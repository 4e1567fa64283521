/**
 * What tests of programs and dialects need: databases, and assertions about the statements that reach them.
 *
 * <p>Start with {@link org.alkahest.testkit.DatabaseTest}, which runs a test method on every database that can be had on
 * this machine, each time in an empty database of its own: SQLite, H2 and DuckDB in this process, and a real PostgreSQL server
 * that Maven brings along. {@link org.alkahest.testkit.TestDatabases} lists them; a further one is a
 * {@link org.alkahest.testkit.TestDatabase}. Nothing is skipped silently: JUnit reports each skipped test with its
 * reason, and one line at the end of the run says which databases were tested.
 *
 * <p>{@link org.alkahest.testkit.StatementRecorder} keeps what an engine sends, to assert how many statements a use case
 * takes and which; {@link org.alkahest.testkit.SqlAssertions} asserts what a statement becomes in every dialect.
 *
 * <p>The environment variable {@code ALKAHEST_TEST_<NAME>}, as in {@code ALKAHEST_TEST_POSTGRESQL_LOCAL}, turns a
 * database {@code off} or names the JDBC URL of a running server to use in its place.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.testkit;
