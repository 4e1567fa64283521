/** Entities with listeners and callback methods. */
@org.jspecify.annotations.NullMarked
package org.alkahest.orm.lifecycle;
