@NullMarked
package org.alkahest.planted.print.orm;

import org.jspecify.annotations.NullMarked;
