@NullMarked
package org.alkahest.planted.synchronization.orm;

import org.jspecify.annotations.NullMarked;
