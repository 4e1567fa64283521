package org.alkahest.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.alkahest.compile.Feature;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test method once per database, each time on an empty database of its own. The method, its constructor and its
 * {@code @BeforeEach} methods may take a {@link DatabaseFixture}, or its {@link org.alkahest.engine.Engine} or
 * {@link StatementRecorder} alone.
 *
 * <p>A database that cannot be reached is reported as skipped, by name and reason. The test fails if it leaves a
 * connection open.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith(DatabaseTestExtension.class)
public @interface DatabaseTest {
    /** The names or dialects of the databases to run on; all if empty. */
    String[] value() default {};

    /** The names or dialects of databases to leave out. */
    String[] except() default {};

    /** What the database must have; on one that lacks it the test is reported as skipped, naming the feature. */
    Feature[] requires() default {};
}
