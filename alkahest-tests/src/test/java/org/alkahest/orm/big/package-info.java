/** Feeds whose collections are too big to load. */
@org.jspecify.annotations.NullMarked
package org.alkahest.orm.big;
