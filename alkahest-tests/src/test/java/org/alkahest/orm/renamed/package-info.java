/** Entities whose assigned keys change, and what refers to them. */
package org.alkahest.orm.renamed;
