/** Entities with fields that are arrays and JSON. */
@NullMarked
package org.alkahest.orm.content;

import org.jspecify.annotations.NullMarked;
