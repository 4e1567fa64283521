@NullMarked
package org.alkahest.planted.upward.engine;

import org.jspecify.annotations.NullMarked;
