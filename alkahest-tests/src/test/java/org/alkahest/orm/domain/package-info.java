/** A library's catalogue, and a few entities that are there for their shape alone: what the tests of the mapper map. */
package org.alkahest.orm.domain;
