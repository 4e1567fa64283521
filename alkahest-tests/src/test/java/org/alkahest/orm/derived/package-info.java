/** Entities with attributes that are derived. */
@NullMarked
package org.alkahest.orm.derived;

import org.jspecify.annotations.NullMarked;
