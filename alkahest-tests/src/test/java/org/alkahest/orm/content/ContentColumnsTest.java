package org.alkahest.orm.content;

import static org.alkahest.orm.content.Customer_.CUSTOMER;
import static org.alkahest.orm.content.Post_.POST;
import static org.alkahest.sql.Sql.elements;
import static org.alkahest.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.alkahest.compile.Feature;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.schema.MetaData;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Values that hold others are columns, and what is changed inside them is noticed. */
final class ContentColumnsTest {
    private static long updates(StatementRecorder recorder) {
        return recorder.statements().stream()
                .filter(statement -> statement.sql().startsWith("UPDATE"))
                .count();
    }

    @DatabaseTest(requires = Feature.ARRAYS)
    void aListThatIsChangedInPlaceIsNoticed(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(POST).createAll(engine);
        Post post = new Post("First", "java");
        post.grid = List.of(new ArrayList<>(List.of(1, 2)));
        post.days = Arrays.asList(DayOfWeek.MONDAY, null);
        try (Session session = Session.open(engine)) {
            session.add(post);
            session.commit();
            post.tags.add("sql");
            session.commit();
            post.grid.get(0).set(1, 7);
            session.commit();
        }
        assertThat(updates(database.recorder())).isEqualTo(2);
        try (Session session = Session.open(engine)) {
            Post read = session.get(Post.class, post.id).orElseThrow();
            assertThat(read.tags).containsExactly("java", "sql");
            assertThat(read.grid).containsExactly(List.of(1, 7));
            assertThat(read.days).containsExactly(DayOfWeek.MONDAY, null);
            session.commit();
            assertThat(updates(database.recorder())).as("nothing was changed").isEqualTo(2);
            read.tags.remove("java");
            read.tags.set(0, "SQL");
            session.commit();
            assertThat(updates(database.recorder())).isEqualTo(3);
        }
        try (Session session = Session.open(engine)) {
            assertThat(session.query(POST)
                            .where(elements(POST.tags).contains("SQL"))
                            .all())
                    .hasSize(1);
            session.rollback();
        }
    }

    @DatabaseTest(requires = Feature.ARRAYS)
    void aRollbackKeepsTheListThatTheDatabaseHas(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(POST).createAll(engine);
        Post post = new Post("First", "java");
        try (Session session = Session.open(engine)) {
            session.add(post);
            session.commit();
            post.tags.add("lost");
            session.flush();
            session.rollback();
            post.title = "Second";
            session.commit();
        }
        List<List<String>> tags = engine.transaction(
                connection -> connection.execute(select(POST.tags)).all());
        assertThat(tags).containsExactly(List.of("java"));
    }

    @DatabaseTest
    void databasesWithoutArraysRefuseTheTable(DatabaseFixture database) {
        if (database.supports(Feature.ARRAYS)) {
            return;
        }
        assertThatThrownBy(() -> MetaData.of(POST).createAll(database.engine()))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("arrays");
    }

    @DatabaseTest
    void jsonThatIsChangedInPlaceIsNoticed(DatabaseFixture database) {
        Engine engine = database.engine();
        MetaData.of(CUSTOMER).createAll(engine);
        Customer customer = new Customer();
        customer.address = new Customer.Address("Mall Road", new ArrayList<>(List.of("1")));
        customer.extra.put("vip", true);
        ObjectNode tree = JsonMapper.shared().createObjectNode().put("a", 1);
        customer.tree = tree;
        customer.raw = "{\"x\": [1, 2]}";
        customer.since = Duration.ofHours(30);
        try (Session session = Session.open(engine)) {
            session.add(customer);
            session.commit();
            session.commit();
            customer.raw = "{ \"x\":[1,2] }";
            customer.since = Duration.ofHours(30).plusNanos(1);
            session.commit();
            assertThat(updates(database.recorder()))
                    .as("the same JSON and duration")
                    .isZero();
            customer.extra.put("points", 3);
            session.commit();
            tree.put("a", 2);
            session.commit();
            customer.address.lines().add("2");
            session.commit();
            assertThat(updates(database.recorder())).isEqualTo(3);
        }
        try (Session session = Session.open(engine)) {
            Customer read = session.get(Customer.class, customer.id).orElseThrow();
            assertThat(read.extra).isEqualTo(Map.of("vip", true, "points", 3));
            assertThat(read.tree)
                    .isEqualTo(JsonMapper.shared().createObjectNode().put("a", 2));
            assertThat(read.address).isEqualTo(new Customer.Address("Mall Road", List.of("1", "2")));
            assertThat(read.since).isEqualTo(Duration.ofHours(30));
            read.extra.remove("vip");
            session.commit();
            assertThat(updates(database.recorder())).isEqualTo(4);
        }
        try (Session session = Session.open(engine)) {
            assertThat(session.query(CUSTOMER)
                            .where(CUSTOMER.address.get("street").asText().eq("Mall Road"))
                            .all())
                    .hasSize(1);
            session.rollback();
        }
    }
}
