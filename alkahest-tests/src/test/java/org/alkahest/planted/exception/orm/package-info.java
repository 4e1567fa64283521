@NullMarked
package org.alkahest.planted.exception.orm;

import org.jspecify.annotations.NullMarked;
