/** Classes whose objects never change. */
@org.jspecify.annotations.NullMarked
package org.alkahest.orm.immutable;
