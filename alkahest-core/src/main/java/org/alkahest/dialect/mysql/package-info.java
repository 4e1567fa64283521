/**
 * MySQL 8.0 and later, through {@code com.mysql:mysql-connector-j}, and MariaDB 10.6 and later, through
 * {@code org.mariadb.jdbc:mariadb-java-client}. The dialect is found by
 * {@link java.util.ServiceLoader}; what the two alone have is in {@link org.alkahest.dialect.mysql.MatchAgainst},
 * {@link org.alkahest.dialect.mysql.IndexHint} and {@link org.alkahest.dialect.mysql.MysqlTypes}. Both live in one package, as one is a fork of the other and shares most of it; what
 * MariaDB does otherwise is in the classes that bear its name.
 *
 * <p>Each connection is set up so that what is refused elsewhere is refused here (strict mode), and that the database's
 * clock shows UTC; see {@code MysqlConnectionSetup}. Instants are kept as DATETIME(6) in UTC, as TIMESTAMP ends in 2038.
 * Whether case counts in comparisons is the collation's, and so the database's; see {@code docs/decisions-not-bugs.md}.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.dialect.mysql;
