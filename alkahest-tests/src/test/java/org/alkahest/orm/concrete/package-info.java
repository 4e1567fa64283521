/** Hierarchies of entities. */
package org.alkahest.orm.concrete;
