package org.alkahest.orm;

import static org.alkahest.orm.inheritance.Animal_.ANIMAL;
import static org.alkahest.orm.inheritance.Cat_.CAT;
import static org.alkahest.orm.inheritance.Circle_.CIRCLE;
import static org.alkahest.orm.inheritance.Dog_.DOG;
import static org.alkahest.orm.inheritance.Kitten_.KITTEN;
import static org.alkahest.orm.inheritance.Owner_.OWNER;
import static org.alkahest.orm.inheritance.Pet_.PET;
import static org.alkahest.orm.inheritance.Shape_.SHAPE;
import static org.alkahest.orm.inheritance.Square_.SQUARE;
import static org.alkahest.orm.inheritance.Toy_.TOY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.inheritance.Animal;
import org.alkahest.orm.inheritance.Cat;
import org.alkahest.orm.inheritance.Circle;
import org.alkahest.orm.inheritance.Dog;
import org.alkahest.orm.inheritance.Kitten;
import org.alkahest.orm.inheritance.Owner;
import org.alkahest.orm.inheritance.Pet;
import org.alkahest.orm.inheritance.Shape;
import org.alkahest.orm.inheritance.Square;
import org.alkahest.orm.inheritance.Toy;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.unitofwork.StaleDataException;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.testkit.StatementRecorder;
import org.junit.jupiter.api.BeforeEach;

/** A hierarchy of classes each of which has a table. */
final class JoinedTablesTest {
    private Engine engine;
    private StatementRecorder recorder;

    @BeforeEach
    void createTables(Engine given, StatementRecorder statements) {
        engine = given;
        recorder = statements;
        TestTables.create(engine, List.of(OWNER, ANIMAL, PET, CAT, KITTEN, DOG, TOY));
    }

    private void addAnimals() {
        try (Session session = Session.open(engine)) {
            Owner owner = new Owner("Ali");
            owner.animals.addAll(List.of(new Cat("Tom", 7), new Kitten("Tiny", "grey"), new Dog("Rex", "collie")));
            session.add(owner);
            session.commit();
        }
        recorder.clear();
    }

    @DatabaseTest
    void inheritedAttributesCanBeSetAsCommittedAndFlagged() {
        addAnimals();
        try (Session session = Session.open(engine)) {
            Cat cat = session.query(CAT).where(CAT.name.eq("Tom")).one();
            session.setCommitted(cat, CAT.name, "Thomas");
            assertThat(session.flushPlan().isEmpty()).isTrue();
            session.setCommitted(cat, ANIMAL.name, "Tom");
            session.flagModified(cat, CAT.name);
            assertThat(session.flushPlan()).asString().startsWith("UPDATE animals(name, version)");
            assertThatThrownBy(() -> session.flagModified(cat, DOG.breed)).hasMessageContaining("ALK-2092");
        }
    }

    @DatabaseTest
    void aQueryOfTheRootGivesObjectsOfEveryClass() {
        addAnimals();
        try (Session session = Session.open(engine)) {
            List<Animal> all = session.query(ANIMAL).orderBy(ANIMAL.id).all();
            assertThat(all)
                    .extracting(animal -> animal.getClass().getSimpleName() + " " + animal.name)
                    .containsExactly("Cat Tom", "Kitten Tiny", "Dog Rex");
            assertThat(((Cat) all.get(0)).lives).isEqualTo(7);
            assertThat(((Kitten) all.get(1)).colour).isEqualTo("grey");
            assertThat(((Dog) all.get(2)).licence).isEqualTo("L-Rex");
            assertThat(((Dog) all.get(2)).breed).isEqualTo("collie");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void oneStatementJoinsSubclassesToTheRootAndSuperclassesToASubclass() {
        addAnimals();
        try (Session session = Session.open(engine)) {
            session.query(ANIMAL).all();
            assertThat(recorder.take())
                    .containsExactly("SELECT animals.id, animals.name, animals.version, animals.owner_id,"
                            + " animals.dtype, animals__cats.lives, animals__cats.enemy_id,"
                            + " animals__cats__kittens.colour, animals__pets.licence, animals__pets__dogs.breed"
                            + " FROM animals"
                            + " LEFT JOIN cats AS animals__cats ON animals.id = animals__cats.id"
                            + " LEFT JOIN kittens AS animals__cats__kittens"
                            + " ON animals__cats.id = animals__cats__kittens.id"
                            + " LEFT JOIN pets AS animals__pets ON animals.id = animals__pets.id"
                            + " LEFT JOIN dogs AS animals__pets__dogs ON animals__pets.id = animals__pets__dogs.id []");
            assertThat(session.query(DOG).where(DOG.name.eq("Rex")).all()).hasSize(1);
            assertThat(recorder.take())
                    .containsExactly("SELECT dogs.id, dogs__pets__animals.name, dogs__pets__animals.version,"
                            + " dogs__pets__animals.owner_id, dogs__pets__animals.dtype, dogs__pets.licence, dogs.breed"
                            + " FROM dogs JOIN pets AS dogs__pets ON dogs.id = dogs__pets.id"
                            + " JOIN animals AS dogs__pets__animals ON dogs__pets.id = dogs__pets__animals.id"
                            + " WHERE dogs__pets__animals.name = ? [Rex]");
            assertThat(session.execute(Sql.select(DOG.breed)).all()).containsExactly("collie");
            assertThat(recorder.take()).containsExactly("SELECT dogs.breed FROM dogs []");
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aFlushWritesParentsFirstAndDeletesThemLast() {
        try (Session session = Session.open(engine)) {
            Kitten kitten = new Kitten("Tiny", "grey");
            session.add(kitten);
            assertThat(session.flushPlan()).hasToString("""
                INSERT animals(name, version, owner_id, dtype) RETURNING(id) [Kitten#new]
                INSERT cats(id, lives, enemy_id) [Kitten#new]
                INSERT kittens(id, colour) [Kitten#new]\
                """);
            recorder.clear();
            session.flush();
            assertThat(recorder.take())
                    .containsExactly(
                            "INSERT INTO animals (name, version, owner_id, dtype) VALUES (?, ?, ?, ?) RETURNING id"
                                    + " [Tiny, 1, null, 2]",
                            "INSERT INTO cats (id, lives, enemy_id) VALUES (?, ?, ?) [1, 9, null]",
                            "INSERT INTO kittens (id, colour) VALUES (?, ?) [1, grey]");
            kitten.name = "Tina";
            session.flush();
            assertThat(recorder.take())
                    .containsExactly("UPDATE animals SET name = ?, version = ?"
                            + " WHERE animals.id = ? AND animals.version = ? [Tina, 2, 1, 1]");
            session.delete(kitten);
            session.flush();
            assertThat(recorder.take())
                    .containsExactly(
                            "DELETE FROM kittens WHERE kittens.id = ? [1]",
                            "DELETE FROM cats WHERE cats.id = ? [1]",
                            "DELETE FROM animals WHERE animals.id = ? AND animals.version = ? [1, 2]");
        }
    }

    @DatabaseTest({"sqlite", "postgresql"})
    void aChangeInAnyTableChangesTheVersionInTheRoot() {
        addAnimals();
        try (Session session = Session.open(engine)) {
            Kitten kitten = session.query(KITTEN).one();
            kitten.colour = "white";
            recorder.clear();
            session.flush();
            assertThat(recorder.take())
                    .containsExactly(
                            "UPDATE animals SET version = ? WHERE animals.id = ? AND animals.version = ? [2, 2, 1]",
                            "UPDATE kittens SET colour = ? WHERE kittens.id = ? [white, 2]");
            assertThat(kitten.version).isEqualTo(2);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aStaleChangeOfASubclassIsFoundByTheRootsVersion() {
        addAnimals();
        try (Session session = Session.open(engine)) {
            Dog dog = session.query(DOG).one();
            session.connection()
                    .execute(Sql.update(ANIMAL).set(ANIMAL.version, 7).where(ANIMAL.id.eq(dog.id)));
            dog.breed = "beagle";
            assertThatThrownBy(session::flush)
                    .isInstanceOf(StaleDataException.class)
                    .hasMessageContaining("Dog#" + dog.id)
                    .hasMessageContaining("version = 1");
        }
    }

    @DatabaseTest
    void aKeyIsOfOneObjectInTheWholeHierarchy() {
        addAnimals();
        try (Session session = Session.open(engine)) {
            Dog dog = session.query(DOG).one();
            assertThat(session.get(Animal.class, dog.id)).containsSame(dog);
            assertThat(session.get(Pet.class, dog.id)).containsSame(dog);
            assertThat(session.get(Cat.class, dog.id)).isEmpty();
            assertThat(Ref.key(Animal.class, dog.id)).isEqualTo(Ref.of((Animal) dog));
        }
        try (Session session = Session.open(engine)) {
            assertThat(session.get(Animal.class, 3)).get().isInstanceOf(Dog.class);
            assertThat(session.get(Cat.class, 3)).isEmpty();
        }
    }

    @DatabaseTest
    void relationshipsLeadToTheRootAndToEveryLevel() {
        addAnimals();
        try (Session session = Session.open(engine)) {
            Cat tom = session.query(CAT).where(CAT.name.eq("Tom")).one();
            Dog rex = session.query(DOG).one();
            tom.enemy = Ref.of(rex);
            Toy toy = new Toy("ball");
            toy.animal = tom;
            session.add(toy);
            session.commit();
        }
        try (Session session = Session.open(engine)) {
            Toy toy = session.query(TOY).one();
            assertThat(toy.animal).isInstanceOf(Cat.class);
            assertThat(((Cat) toy.animal).enemy.get()).isInstanceOf(Dog.class);
            assertThat(toy.animal.owner.get().animals).hasSize(3).contains(toy.animal);
            assertThat(toy.animal.toys).containsExactly(toy);
            assertThat(session.isModified(toy)).isFalse();
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void conditionsOnASubclassDoNotHideOthers() {
        addAnimals();
        try (Session session = Session.open(engine)) {
            assertThat(session.query(ANIMAL)
                            .where(ANIMAL.ofType(CAT)
                                    .lives
                                    .gt(7)
                                    .or(ANIMAL.ofType(DOG).breed.eq("collie")))
                            .orderBy(ANIMAL.id)
                            .all())
                    .extracting(animal -> animal.name)
                    .containsExactly("Tiny", "Rex");
        }
    }

    @DatabaseTest
    void queriesOfAnyClassSeeChangesOfAnyOther() {
        addAnimals();
        try (Session session = Session.open(engine)) {
            Cat tom = session.query(CAT).where(CAT.name.eq("Tom")).one();
            tom.name = "Thomas";
            assertThat(session.query(ANIMAL).where(ANIMAL.name.eq("Thomas")).one())
                    .isSameAs(tom);
            tom.lives = 1;
            assertThat(session.query(CAT).where(CAT.lives.eq(1)).one()).isSameAs(tom);
            session.execute(Sql.update(ANIMAL).set(ANIMAL.name, "T").where(ANIMAL.id.eq(tom.id)));
            assertThat(session.query(CAT).where(CAT.lives.eq(1)).one().name).isEqualTo("T");
        }
    }

    @DatabaseTest
    void aRollbackUndoesEveryTable() {
        addAnimals();
        try (Session session = Session.open(engine)) {
            Kitten kitten = session.query(KITTEN).one();
            Dog dog = new Dog("Bo", "husky");
            session.add(dog);
            kitten.colour = "black";
            session.delete(session.query(CAT).where(CAT.name.eq("Tom")).one());
            session.flush();
            session.rollback();
            assertThat(kitten.colour).isEqualTo("grey");
            assertThat(kitten.version).isEqualTo(1);
            assertThat(dog.id).isNull();
            assertThat(session.query(ANIMAL).all()).hasSize(3);
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void aNewObjectDoesNotTakeTheRowsOfOneThatIsDeletedAlong() {
        TestTables.create(engine, List.of(SHAPE, CIRCLE, SQUARE));
        try (Session session = Session.open(engine)) {
            Circle circle = new Circle("a", 1);
            session.addAll(List.of(circle, new Shape("b", "blue")));
            session.commit();
            session.delete(circle);
            Square square = new Square("a", 2);
            session.add(square);
            assertThatThrownBy(session::flush)
                    .hasMessageContaining("Square#a")
                    .hasMessageContaining("Circle#a")
                    .hasMessageContaining("ALK-2024");
            session.rollback();
            session.delete(circle);
            session.flush();
            session.add(square);
            session.commit();
            assertThat(session.query(SHAPE).orderBy(SHAPE.code).all())
                    .extracting(shape -> shape.getClass().getSimpleName())
                    .containsExactly("Square", "Shape");
            SessionInvariants.check(session);
        }
    }

    @DatabaseTest
    void manyObjectsAreWrittenInOneStatementPerTableAndClass() {
        try (Session session = Session.open(engine)) {
            for (int i = 0; i < 20; i++) {
                Cat cat = new Cat("c" + i, i);
                cat.owner = Ref.of(new Owner("o" + i));
                session.addAll(List.of(cat, new Dog("d" + i, "b" + i)));
            }
            assertThat(session.flushPlan().actions()).hasSize(5);
            session.commit();
            SessionInvariants.check(session);
            session.query(ANIMAL).all().forEach(session::delete);
            session.commit();
            assertThat(session.query(ANIMAL).all()).isEmpty();
        }
    }

    @DatabaseTest
    void aSubclassIsJoinedByAForeignKeyOfTheRootsTable() {
        addAnimals();
        try (Session session = Session.open(engine)) {
            session.add(new Owner("Nobody's"));
            session.commit();
            recorder.clear();
            assertThat(session.execute(Sql.select(OWNER.name, KITTEN.colour, KITTEN.name)
                                    .from(OWNER)
                                    .leftJoin(OWNER.kittens)
                                    .orderBy(OWNER.id))
                            .all())
                    .hasToString("[Row3[v1=Ali, v2=grey, v3=Tiny], Row3[v1=Nobody's, v2=null, v3=null]]");
            assertThat(recorder.queries().get(0).toString())
                    .contains("LEFT JOIN ((kittens JOIN cats AS kittens__cats ON kittens.id = kittens__cats.id)"
                            + " JOIN animals AS kittens__cats__animals"
                            + " ON kittens__cats.id = kittens__cats__animals.id)"
                            + " ON owners.id = kittens__cats__animals.owner_id");
            assertThat(session.query(OWNER)
                            .where(OWNER.kittens.any(KITTEN.colour.eq("grey")))
                            .all())
                    .hasSize(1);
            Owner ali = session.query(OWNER).where(OWNER.name.eq("Ali")).one();
            assertThat(ali.kittens).extracting(kitten -> kitten.name).containsExactly("Tiny");
        }
    }

    @DatabaseTest
    void anObjectMovesBetweenTheCollectionsThatItsClassBelongsTo() {
        addAnimals();
        try (Session session = Session.open(engine)) {
            Owner ali = session.query(OWNER).one();
            Owner fatima = new Owner("Fatima");
            session.add(fatima);
            session.flush();
            Kitten tiny = ali.kittens.get(0);
            assertThat(ali.animals).hasSize(3);
            for (Animal animal : session.query(ANIMAL).all()) {
                animal.owner = Ref.of(fatima);
            }
            session.flush();
            assertThat(ali.animals).isEmpty();
            assertThat(ali.kittens).isEmpty();
            assertThat(fatima.animals).hasSize(3);
            assertThat(fatima.kittens).containsExactly(tiny);
            SessionInvariants.check(session);
        }
    }
}
