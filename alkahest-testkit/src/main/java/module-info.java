/** Databases for tests, the dialect conformance suite and statement assertions. */
module org.alkahest.testkit {
    requires embedded.postgres;
    requires transitive java.sql;
    requires transitive org.alkahest.core;
    requires transitive org.alkahest.orm;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;

    exports org.alkahest.testkit;
    exports org.alkahest.testkit.conformance;

    opens org.alkahest.testkit to
            org.junit.platform.commons;
    opens org.alkahest.testkit.conformance to
            org.junit.platform.commons;

    uses org.alkahest.dialect.DialectFactory;
    uses org.alkahest.testkit.TestDatabase;
}
