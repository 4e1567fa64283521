/**
 * What every dialect has to do right, as tests for whoever writes one: a class of yours that extends one of these runs its
 * tests, on the databases that {@link org.alkahest.testkit.OnDatabases} names. No test asks which database it runs on; what a
 * dialect's traits lack is skipped by the feature's name.
 */
@org.jspecify.annotations.NullMarked
package org.alkahest.testkit.conformance;
