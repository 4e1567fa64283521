/** The examples of the guide to the ORM. */
@NullMarked
package org.alkahest.examples.orm;

import org.jspecify.annotations.NullMarked;
