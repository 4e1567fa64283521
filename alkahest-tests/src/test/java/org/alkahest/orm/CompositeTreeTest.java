package org.alkahest.orm;

import static org.alkahest.orm.links.Node_.NODE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.links.Node;
import org.alkahest.orm.links.Node_;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** A class that refers to itself by a key of two columns. */
final class CompositeTreeTest {
    private Engine engine;

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        TestTables.create(engine, List.of(NODE));
    }

    private static Node tree(Session session) {
        Node root = new Node(1, 1, new Node(1, 2, new Node(1, 4)), new Node(1, 3));
        session.add(root);
        session.commit();
        return root;
    }

    @DatabaseTest
    void rowsAreInsertedFromTheRootAndDeletedFromTheLeaves(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Node root = tree(session);
            SessionInvariants.check(session);
            assertThat(written(recorder, "INSERT"))
                    .containsExactly(
                            "[1, 1, 1-1, null, null]", "[1, 2, 1-2, 1, 1]", "[1, 3, 1-3, 1, 1]", "[1, 4, 1-4, 1, 2]");
            session.delete(root);
            recorder.clear();
            session.commit();
            List<String> deleted = written(recorder, "DELETE");
            assertThat(deleted).hasSize(4).endsWith("[1, 1]");
            assertThat(deleted.indexOf("[1, 4]")).isLessThan(deleted.indexOf("[1, 2]"));
            assertThat(session.query(NODE).count()).isZero();
        }
    }

    @DatabaseTest
    void aTreeIsLoadedLevelByLevel(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            tree(session);
        }
        try (Session session = Session.open(engine)) {
            Node root = session.query(NODE).where(NODE.parent.isNull()).one();
            recorder.clear();
            assertThat(root.children).extracting(n -> n.name).containsExactly("1-2", "1-3");
            assertThat(root.children.get(0).children).extracting(n -> n.name).containsExactly("1-4");
            assertThat(root.children.get(1).children).isEmpty();
            recorder.assertCount(2);
            Node leaf = root.children.get(0).children.get(0);
            assertThat(leaf.parent.key()).contains(CompositeKey.of(1, 2));
            assertThat(leaf.parent.get().parent.get()).isSameAs(root);
            recorder.assertCount(2);
        }
    }

    @DatabaseTest
    void aNodeIsMovedByItsReference() {
        try (Session session = Session.open(engine)) {
            Node root = tree(session);
            Node leaf = session.get(Node.class, CompositeKey.of(1, 4)).orElseThrow();
            leaf.parent = Ref.key(Node.class, CompositeKey.of(1, 3));
            assertThat(session.flushPlan().toString().lines())
                    .containsExactly("UPDATE nodes(parent_number) [Node#CompositeKey[parts=[1, 4]]]");
            session.flush();
            assertThat(root.children.get(1).children).containsExactly(leaf);
            leaf.parent = Ref.none();
            assertThat(session.flushPlan().toString().lines())
                    .containsExactly("UPDATE nodes(parent_space, parent_number) [Node#CompositeKey[parts=[1, 4]]]");
            session.flush();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void criteriaCompareBothColumns() {
        try (Session session = Session.open(engine)) {
            Node root = tree(session);
            Node_ parent = NODE.as("p");
            assertThat(session.query(NODE)
                            .join(NODE.parent, parent)
                            .where(parent.name.eq("1-1"))
                            .orderBy(NODE.number)
                            .all())
                    .extracting(n -> n.name)
                    .containsExactly("1-2", "1-3");
            assertThat(session.query(NODE).where(NODE.parent.eq(root)).count()).isEqualTo(2);
            assertThat(session.query(NODE).where(NODE.parent.ne(root)).all())
                    .extracting(n -> n.name)
                    .containsExactlyInAnyOrder("1-1", "1-4");
            assertThat(session.query(NODE).where(NODE.children.isEmpty().not()).all())
                    .extracting(n -> n.name)
                    .containsExactlyInAnyOrder("1-1", "1-2");
            assertThat(session.query(NODE)
                            .where(NODE.children.contains(root.children.get(0)))
                            .all())
                    .containsExactly(root);
            assertThat(session.query(NODE).where(NODE.parent.has(null)).count()).isEqualTo(3);
            Node_ outer = NODE.as("x");
            assertThat(session.query(outer)
                            .where(outer.children.any(NODE.name.eq("1-4")))
                            .all())
                    .containsExactly(root.children.get(0));
            assertThatThrownBy(() -> NODE.children.any(NODE.name.eq("1-4")))
                    .hasMessageContaining("[ALK-2045]")
                    .hasMessageContaining("Query an alias of nodes");
            assertThatThrownBy(() -> NODE.parent.has(NODE.name.eq("1-4"))).hasMessageContaining("[ALK-2045]");
        }
    }

    @DatabaseTest
    void circlesAreClosedByUpdatesOfBothColumns(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Node one = new Node(1, 1);
            Node two = new Node(1, 2, one);
            one.children.add(two);
            Node self = new Node(1, 3);
            self.parent = Ref.of(self);
            session.addAll(List.of(one, self));
            recorder.clear();
            session.flush();
            assertThat(written(recorder, "UPDATE"))
                    .containsExactlyInAnyOrder("[1, 2, 1, 1]", "[1, 1, 1, 2]", "[1, 3, 1, 3]");
            SessionInvariants.check(session);
            session.commit();
            assertThat(one.parent.get()).isSameAs(two);
            assertThat(two.parent.get()).isSameAs(one);
            assertThat(self.parent.get()).isSameAs(self);
            session.delete(one);
            session.delete(self);
            session.commit();
            assertThat(session.query(NODE).count()).isZero();
        }
    }

    @DatabaseTest
    void aReferenceOfWhichAColumnIsNullLeadsNowhere() {
        try (Session session = Session.open(engine)) {
            Node root = tree(session);
            session.execute(Sql.text("UPDATE nodes SET parent_number = NULL WHERE number = 4"));
            session.commit();
            Node leaf = session.get(Node.class, CompositeKey.of(1, 4)).orElseThrow();
            assertThat(leaf.parent.isEmpty()).isTrue();
            assertThat(session.query(NODE).where(NODE.parent.isNull()).all()).containsExactlyInAnyOrder(root, leaf);
            assertThat(session.query(NODE).where(NODE.parent.ne(root)).all()).containsExactlyInAnyOrder(root, leaf);
            assertThat(session.query(NODE).where(NODE.parent.has(null).not()).all())
                    .containsExactlyInAnyOrder(root, leaf);
        }
    }

    /** The values of each row that was written by statements of a kind. */
    private static List<String> written(StatementRecorder recorder, String verb) {
        return recorder.writes().stream()
                .filter(s -> s.sql().startsWith(verb))
                .flatMap(s -> s.parameters().stream())
                .map(Object::toString)
                .toList();
    }
}
