/** A university: the entities of the design's first example, with courses and rooms. */
@org.jspecify.annotations.NullMarked
package org.alkahest.orm.university;
