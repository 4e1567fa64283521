/** Entities whose keys are references, and what they link. */
package org.alkahest.orm.links;
