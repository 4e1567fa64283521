/**
 * Oracle Database 12.1 and later, through {@code com.oracle.database.jdbc:ojdbc17}. The dialect is found by
 * {@link java.util.ServiceLoader}; what Oracle alone has is in
 * {@link org.alkahest.dialect.oracle.ConnectBy}, {@link org.alkahest.dialect.oracle.PseudoColumns} and
 * {@link org.alkahest.dialect.oracle.OracleTypes}. Proven by grammars and a recording driver, not on a server.
 *
 * <p>Oracle differs most in its types: the empty string is NULL, there is no TIME, no BOOLEAN before 23, and text without a
 * length is a CLOB, which takes part in no index. Changed rows come back in return parameters ({@code RETURNING … INTO ?}).
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.dialect.oracle;
