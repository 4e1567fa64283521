@NullMarked
package org.alkahest.planted.clean.type;

import org.jspecify.annotations.NullMarked;
