@NullMarked
package org.alkahest.planted.cycle.sql;

import org.jspecify.annotations.NullMarked;
