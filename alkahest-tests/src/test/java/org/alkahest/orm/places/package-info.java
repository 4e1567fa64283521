/** Entities whose collections keep where elements stand. */
package org.alkahest.orm.places;
