/**
 * Statements made at random: each is well typed, means something, and gives the same rows on every database that has all of
 * its parts. Begin with {@link org.alkahest.random.RandomStatements}; {@code README.md} beside the module's sources lists what
 * is not generated because databases disagree.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.random;
