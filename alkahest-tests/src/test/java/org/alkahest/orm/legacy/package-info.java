/** Mapping without annotations and without the processor. */
package org.alkahest.orm.legacy;
