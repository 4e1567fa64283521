@NullMarked
package org.alkahest.planted.dialectname.engine;

import org.jspecify.annotations.NullMarked;
