package org.alkahest.orm;

import static org.alkahest.orm.concrete.Car_.CAR;
import static org.alkahest.orm.inheritance.Animal_.ANIMAL;
import static org.alkahest.orm.inheritance.Cat_.CAT;
import static org.alkahest.orm.inheritance.Circle_.CIRCLE;
import static org.alkahest.orm.inheritance.Company_.COMPANY;
import static org.alkahest.orm.inheritance.Dog_.DOG;
import static org.alkahest.orm.inheritance.Employee_.EMPLOYEE;
import static org.alkahest.orm.inheritance.Kitten_.KITTEN;
import static org.alkahest.orm.inheritance.Machine_.MACHINE;
import static org.alkahest.orm.inheritance.Owner_.OWNER;
import static org.alkahest.orm.inheritance.Pet_.PET;
import static org.alkahest.orm.inheritance.Shape_.SHAPE;
import static org.alkahest.orm.inheritance.Square_.SQUARE;
import static org.alkahest.orm.inheritance.Toy_.TOY;
import static org.alkahest.orm.mapping.SubclassLoading.JOIN;
import static org.alkahest.orm.mapping.SubclassLoading.SELECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.inheritance.Animal;
import org.alkahest.orm.inheritance.Cat;
import org.alkahest.orm.inheritance.Circle;
import org.alkahest.orm.inheritance.Dog;
import org.alkahest.orm.inheritance.Employee;
import org.alkahest.orm.inheritance.Engineer;
import org.alkahest.orm.inheritance.Kitten;
import org.alkahest.orm.inheritance.Owner;
import org.alkahest.orm.inheritance.Shape;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** Columns of subclasses that are read by statements of their own. */
final class SubclassLoadingTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        TestTables.create(engine, List.of(OWNER, ANIMAL, PET, CAT, KITTEN, DOG, TOY));
        try (Session session = Session.open(engine)) {
            Owner owner = new Owner("Ali");
            owner.animals.addAll(List.of(
                    new Cat("Tom", 7), new Kitten("Tiny", "grey"), new Dog("Rex", "collie"), new Dog("Bo", "husky")));
            session.add(owner);
            session.commit();
        }
        recorder.clear();
    }

    @DatabaseTest
    void everyObjectIsWholeAndInTheOrderOfTheQuery() {
        try (Session session = Session.open(engine)) {
            List<Animal> all = session.query(ANIMAL)
                    .loadSubclasses(SELECT)
                    .load(ANIMAL.owner)
                    .orderBy(ANIMAL.id.desc())
                    .all();
            assertThat(all)
                    .extracting(animal -> animal.getClass().getSimpleName() + " " + animal.name)
                    .containsExactly("Dog Bo", "Dog Rex", "Kitten Tiny", "Cat Tom");
            assertThat(((Dog) all.get(0)).breed).isEqualTo("husky");
            assertThat(((Dog) all.get(1)).licence).isEqualTo("L-Rex");
            assertThat(((Kitten) all.get(2)).colour).isEqualTo("grey");
            assertThat(((Cat) all.get(3)).lives).isEqualTo(7);
            assertThat(all.get(0).owner.get().animals).hasSize(4);
            assertThat(all.get(0).version).isEqualTo(1);
            assertThat(session.flushPlan().isEmpty()).isTrue();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void theMissingColumnsOfEachSubclassAreReadAloneForAllItsObjects() {
        try (Session session = Session.open(engine)) {
            session.query(ANIMAL).loadSubclasses(SELECT).orderBy(ANIMAL.id).all();
            assertThat(recorder.take())
                    .containsExactly(
                            "SELECT animals.id, animals.name, animals.version, animals.owner_id, animals.dtype"
                                    + " FROM animals ORDER BY animals.id []",
                            "SELECT cats.lives, cats.enemy_id, cats.id FROM cats WHERE cats.id IN (?) [1]",
                            "SELECT kittens__cats.lives, kittens__cats.enemy_id, kittens.colour, kittens.id"
                                    + " FROM kittens JOIN cats AS kittens__cats ON kittens.id = kittens__cats.id"
                                    + " WHERE kittens.id IN (?) [2]",
                            "SELECT dogs__pets.licence, dogs.breed, dogs.id FROM dogs"
                                    + " JOIN pets AS dogs__pets ON dogs.id = dogs__pets.id"
                                    + " WHERE dogs.id IN (?, ?) [3, 4]");
            session.query(ANIMAL).loadSubclasses(SELECT).all();
            assertThat(recorder.take()).hasSize(1);
            session.commit();
            session.query(PET).loadSubclasses(SELECT).where(PET.name.eq("Bo")).all();
            assertThat(recorder.take())
                    .containsExactly(
                            "SELECT pets.id, pets__animals.name, pets__animals.version, pets__animals.owner_id,"
                                    + " pets__animals.dtype, pets.licence FROM pets"
                                    + " JOIN animals AS pets__animals ON pets.id = pets__animals.id"
                                    + " WHERE pets__animals.name = ? [Bo]",
                            "SELECT dogs.breed, dogs.id FROM dogs WHERE dogs.id IN (?) [4]");
        }
    }

    @DatabaseTest
    void batchesAndStreamsReadPartByPart() {
        Sessions sessions = Sessions.of(engine, SessionOptions.DEFAULT.withBatchSize(1));
        try (Session session = sessions.open()) {
            assertThat(session.query(ANIMAL).loadSubclasses(SELECT).all()).hasSize(4);
            assertThat(recorder.queries()).hasSize(5);
        }
        try (Session session = Session.open(engine);
                var stream = session.query(ANIMAL).loadSubclasses(SELECT).stream()) {
            assertThat(stream.filter(Dog.class::isInstance).map(dog -> ((Dog) dog).breed))
                    .containsExactlyInAnyOrder("collie", "husky");
        }
        try (Session session = Session.open(engine)) {
            assertThat(session.query(ANIMAL)
                            .loadSubclasses(SELECT)
                            .where(ANIMAL.id.lt(0))
                            .first())
                    .isEmpty();
            assertThat(session.query(ANIMAL).loadSubclasses(SELECT).limit(2).count())
                    .isEqualTo(2);
        }
    }

    @DatabaseTest
    void changesAreFlushedBeforeAndKept() {
        try (Session session = Session.open(engine)) {
            Cat tom = session.query(CAT).where(CAT.name.eq("Tom")).one();
            tom.lives = 3;
            assertThat(session.query(ANIMAL).loadSubclasses(SELECT).all()).contains(tom);
            assertThat(session.isModified(tom)).isFalse();
            session.commit();
            tom.lives = 2;
            session.execute(
                    Sql.update(ANIMAL).set(ANIMAL.name, "Thomas").where(ANIMAL.id.eq(tom.id)), Synchronize.NONE);
            assertThat(session.query(ANIMAL)
                            .loadSubclasses(SELECT)
                            .where(ANIMAL.name.eq("Thomas"))
                            .one())
                    .isSameAs(tom);
            assertThat(tom.lives).isEqualTo(2);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aRowOfAnUnknownClassIsAnError() {
        try (Session session = Session.open(engine)) {
            session.connection()
                    .execute(Sql.update(ANIMAL).set(ANIMAL.discriminator, 99).where(ANIMAL.name.eq("Rex")));
            assertThatThrownBy(
                            () -> session.query(ANIMAL).loadSubclasses(SELECT).all())
                    .hasMessageContaining("discriminator is '99'")
                    .hasMessageContaining("ALK-2020");
        }
    }

    @DatabaseTest
    void theClassSaysItForItsQueries() {
        TestTables.create(engine, List.of(SHAPE, CIRCLE, SQUARE));
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(new Circle("a", 1), new Shape("b", "blue")));
            session.commit();
            recorder.clear();
            assertThat(session.query(SHAPE).orderBy(SHAPE.code).all())
                    .extracting(shape -> shape.getClass().getSimpleName())
                    .containsExactly("Circle", "Shape");
            assertThat(recorder.queries()).hasSize(2);
            session.commit();
            recorder.clear();
            assertThat(session.query(SHAPE).loadSubclasses(JOIN).all()).hasSize(2);
            assertThat(recorder.queries()).hasSize(1);
        }
    }

    @DatabaseTest
    void classesThatShareATableOrHaveWholeOnesAreReadToo() {
        TestTables.create(engine, List.of(COMPANY, EMPLOYEE, MACHINE));
        try (Session session = Session.open(engine)) {
            session.addAll(List.of(new Employee("Ali"), new Engineer("Ahmad", "steam")));
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            List<Employee> all = session.query(EMPLOYEE)
                    .loadSubclasses(SELECT)
                    .orderBy(EMPLOYEE.id)
                    .all();
            assertThat(((Engineer) all.get(1)).skill).isEqualTo("steam");
            assertThat(session.query(CAR).loadSubclasses(SELECT).select())
                    .isEqualTo(session.query(CAR).select());
        }
    }
}
