@NullMarked
package org.alkahest.planted.sideways.orm.load;

import org.jspecify.annotations.NullMarked;
