package org.alkahest.examples.orm;

import static org.alkahest.examples.orm.Essay_.ESSAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.schema.MetaData;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;

/** The example of lazy columns runs on each database. */
final class LazyGuideTest {
    @DatabaseTest
    void lazyColumnsAreReadAndWritten(Engine engine) {
        MetaData.of(ESSAY).createAll(engine);
        try (Session session = Session.open(engine)) {
            session.add(new Essay("Of Books", "Reading maketh a full man"));
            session.commit();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LazyGuide.read(engine, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).startsWith("Of Books: 25");
        try (Session session = Session.open(engine)) {
            assertThat(session.execute(Sql.select(ESSAY.text)).one()).isEqualTo("In short");
        }
    }
}
