@NullMarked
package org.alkahest.planted.clean.sql;

import org.jspecify.annotations.NullMarked;
