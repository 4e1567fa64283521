@NullMarked
package org.alkahest.planted.clean.engine;

import org.jspecify.annotations.NullMarked;
