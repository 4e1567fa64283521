@NullMarked
package org.alkahest.planted.databasename.dialect.somebase;

import org.jspecify.annotations.NullMarked;
