/** Entities whose rows have versions. */
package org.alkahest.orm.versioning;
