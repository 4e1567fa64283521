package org.alkahest.conformance;

import org.alkahest.testkit.conformance.SchemaConformance;

/** As a dialect's own repository would run it, on every database. */
final class SchemaConformanceTest extends SchemaConformance {}
