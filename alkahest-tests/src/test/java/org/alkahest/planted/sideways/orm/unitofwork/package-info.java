@NullMarked
package org.alkahest.planted.sideways.orm.unitofwork;

import org.jspecify.annotations.NullMarked;
