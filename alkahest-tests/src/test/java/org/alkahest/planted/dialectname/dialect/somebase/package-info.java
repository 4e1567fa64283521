@NullMarked
package org.alkahest.planted.dialectname.dialect.somebase;

import org.jspecify.annotations.NullMarked;
