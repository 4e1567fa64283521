/** Checks the SQL that is compiled for SQL Server with a grammar, as no server can be had. */
package org.alkahest.grammar.sqlserver;
