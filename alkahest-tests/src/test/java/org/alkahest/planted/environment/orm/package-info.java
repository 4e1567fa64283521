@NullMarked
package org.alkahest.planted.environment.orm;

import org.jspecify.annotations.NullMarked;
