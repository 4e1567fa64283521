package org.alkahest.conformance;

import org.alkahest.testkit.conformance.ValueConformance;

/** As a dialect's own repository would run it, on every database. */
final class ValueConformanceTest extends ValueConformance {}
