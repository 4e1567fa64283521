/** Databases for tests, the dialect conformance suite and statement assertions. */
module org.alkahest.testkit {
    requires transitive org.alkahest.core;
    requires transitive org.alkahest.orm;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
}
