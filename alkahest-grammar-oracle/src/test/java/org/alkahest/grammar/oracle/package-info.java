/** Checks the SQL that is compiled for Oracle with grammars, as no server can be had. */
package org.alkahest.grammar.oracle;
