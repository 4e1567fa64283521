@NullMarked
package org.alkahest.planted.cycle.schema;

import org.jspecify.annotations.NullMarked;
