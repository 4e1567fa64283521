/** Entities with attributes that are loaded when they are asked for. */
@NullMarked
package org.alkahest.orm.lazy;

import org.jspecify.annotations.NullMarked;
