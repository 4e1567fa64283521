/** Small extensions of sessions, built on their public events alone. */
@NullMarked
package org.alkahest.orm.ext;

import org.jspecify.annotations.NullMarked;
