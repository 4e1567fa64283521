/** A mapped superclass in a package of its own. */
@org.jspecify.annotations.NullMarked
package org.alkahest.processor.base;
