@NullMarked
package org.alkahest.planted.clock.sql;

import org.jspecify.annotations.NullMarked;
