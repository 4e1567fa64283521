package org.alkahest.orm.legacy;

import static org.alkahest.sql.Sql.insert;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.orm.state.State;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.RecordedStatement;
import org.alkahest.testkit.StatementRecorder;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.BeforeEach;

/** One class that is mapped to two tables by companions of its own: objects belong to the table that they came from. */
final class SeveralMappingsTest {
    private static final People PEOPLE = new People("people", null);
    private static final People ARCHIVE = new People("people_archive", null);

    static {
        Mappings.register(Person.class, PEOPLE); // where new objects go
    }

    private Engine engine;

    static final class Person {
        private Integer id;
        private String name;

        Person(Integer id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    static final class People extends HandTable<Person> {
        final Column<Integer> id = field(
                "id", SqlTypes.INTEGER, ColumnOptions.primaryKey(), person -> person.id, (person, v) -> person.id = v);
        final Column<String> name = field(
                "name",
                SqlTypes.varchar(40),
                ColumnOptions.notNull(),
                person -> person.name,
                (person, v) -> person.name = v);

        private final String table;

        People(String table, String alias) {
            super(table, alias, Person.class, () -> new Person(null, null));
            this.table = table;
        }

        @Override
        public People as(String alias) {
            return new People(table, alias);
        }

        @Override
        protected EntityTable<Person> canonical() {
            return table.equals("people") ? PEOPLE : ARCHIVE;
        }
    }

    @BeforeEach
    void createTables(Engine given) {
        engine = given;
        TestTables.create(engine, List.of(PEOPLE, ARCHIVE));
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(new Person(1, "Ali"), new Person(2, "Fatima")));
            session.execute(insert(ARCHIVE).set(ARCHIVE.id, 1).set(ARCHIVE.name, "Ali, formerly"));
            session.commit();
        }
    }

    @DatabaseTest
    void aKeyIsAnotherObjectInEachMapping() {
        try (Session session = Session.open(engine)) {
            Person present = session.get(PEOPLE, 1).orElseThrow();
            Person former = session.get(ARCHIVE, 1).orElseThrow();
            assertThat(former).isNotSameAs(present);
            assertThat(List.of(present.name, former.name)).containsExactly("Ali", "Ali, formerly");
            assertThat(session.get(ARCHIVE, 1)).containsSame(former);
            assertThat(session.query(ARCHIVE).one()).isSameAs(former);
            assertThat(session.get(Person.class, 1)).containsSame(present);
            assertThat(session.get(ARCHIVE, 2)).isEmpty();
            assertThat(session.state(former)).isEqualTo(State.PERSISTENT);
        }
    }

    @DatabaseTest
    void changesAndDeletesGoToTheTableThatAnObjectCameFrom(StatementRecorder recorder) {
        try (Session session = Session.open(engine)) {
            Person present = session.get(PEOPLE, 1).orElseThrow();
            Person former = session.get(ARCHIVE, 1).orElseThrow();
            present.name = "Ahmad";
            former.name = "Ahmad, formerly";
            recorder.clear();
            session.flush();
            assertThat(recorder.writes())
                    .extracting(RecordedStatement::sql)
                    .containsExactlyInAnyOrder(
                            "UPDATE people SET name = ? WHERE people.id = ?",
                            "UPDATE people_archive SET name = ? WHERE people_archive.id = ?");
            session.rollback();
            assertThat(former.name).isEqualTo("Ali, formerly");
            session.refresh(former);
            session.delete(former);
            session.commit();
            assertThat(session.query(ARCHIVE).count()).isZero();
            assertThat(session.query(PEOPLE).count()).isEqualTo(2);
        }
    }

    @DatabaseTest
    void bothAreInOneQuery() {
        try (Session session = Session.open(engine)) {
            People former = ARCHIVE.as("former");
            assertThat(session.query(PEOPLE)
                            .where(PEOPLE.id.in(
                                    org.alkahest.sql.Sql.select(former.id).from(former)))
                            .all())
                    .extracting(person -> person.name)
                    .containsExactly("Ali");
        }
    }
}
