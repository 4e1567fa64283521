@NullMarked
package org.alkahest.planted.openclass.type;

import org.jspecify.annotations.NullMarked;
