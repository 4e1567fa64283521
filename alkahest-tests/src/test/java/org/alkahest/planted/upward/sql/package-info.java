@NullMarked
package org.alkahest.planted.upward.sql;

import org.jspecify.annotations.NullMarked;
