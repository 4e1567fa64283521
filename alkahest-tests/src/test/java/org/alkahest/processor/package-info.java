/** Companions at work: every kind of attribute, on every database. */
@org.jspecify.annotations.NullMarked
package org.alkahest.processor;
