/** Entities with embeddables in embeddables. */
package org.alkahest.orm.embedded;
