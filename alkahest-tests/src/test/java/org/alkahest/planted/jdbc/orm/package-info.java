@NullMarked
package org.alkahest.planted.jdbc.orm;

import org.jspecify.annotations.NullMarked;
