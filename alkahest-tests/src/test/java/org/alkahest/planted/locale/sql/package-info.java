@NullMarked
package org.alkahest.planted.locale.sql;

import org.jspecify.annotations.NullMarked;
