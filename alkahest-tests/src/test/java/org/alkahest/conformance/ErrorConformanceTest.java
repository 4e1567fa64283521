package org.alkahest.conformance;

import org.alkahest.testkit.conformance.ErrorConformance;

/** As a dialect's own repository would run it, on every database. */
final class ErrorConformanceTest extends ErrorConformance {}
