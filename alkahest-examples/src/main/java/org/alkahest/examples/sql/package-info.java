/** The SQL language by itself: the examples of docs/sql.md. */
@NullMarked
package org.alkahest.examples.sql;

import org.jspecify.annotations.NullMarked;
