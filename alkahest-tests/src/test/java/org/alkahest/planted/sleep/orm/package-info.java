@NullMarked
package org.alkahest.planted.sleep.orm;

import org.jspecify.annotations.NullMarked;
