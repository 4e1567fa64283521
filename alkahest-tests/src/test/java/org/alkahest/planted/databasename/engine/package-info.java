@NullMarked
package org.alkahest.planted.databasename.engine;

import org.jspecify.annotations.NullMarked;
