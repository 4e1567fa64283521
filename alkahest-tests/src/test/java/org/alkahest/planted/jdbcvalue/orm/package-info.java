@NullMarked
package org.alkahest.planted.jdbcvalue.orm;

import org.jspecify.annotations.NullMarked;
