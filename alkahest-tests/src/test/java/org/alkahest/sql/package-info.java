/** Forms of queries, executed. */
@org.jspecify.annotations.NullMarked
package org.alkahest.sql;
