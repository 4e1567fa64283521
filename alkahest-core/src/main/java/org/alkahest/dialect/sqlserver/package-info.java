/**
 * SQL Server 2017 to 2022 (versions 14 to 16) and Azure SQL Database, through
 * {@code com.microsoft.sqlserver:mssql-jdbc}. The dialect is found by
 * {@link java.util.ServiceLoader}; its own types are in {@link org.alkahest.dialect.sqlserver.SqlServerTypes}.
 *
 * <p>It has no truth values but BIT, no NULLS FIRST, no FOR UPDATE but table hints, no self-chosen value for an identity
 * column unless a statement asks for the right to give one, and returns changed rows by OUTPUT in the middle of the
 * statement. Identifiers are quoted by double quotes, which every driver switches on (QUOTED_IDENTIFIER).
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.dialect.sqlserver;
