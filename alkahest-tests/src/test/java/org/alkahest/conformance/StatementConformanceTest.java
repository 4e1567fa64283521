package org.alkahest.conformance;

import org.alkahest.testkit.conformance.StatementConformance;

/** As a dialect's own repository would run it, on every database. */
final class StatementConformanceTest extends StatementConformance {}
