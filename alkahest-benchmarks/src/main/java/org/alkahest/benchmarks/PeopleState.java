package org.alkahest.benchmarks;

import java.sql.SQLException;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The database of a benchmark of objects, and how many people are in it at first. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls open first
public abstract class PeopleState {
    private People people;
    private PeopleJdbc floor;

    /** The database's name. */
    protected abstract String name();

    /** How many people there are at first. */
    protected abstract int size();

    /** Opens the database. */
    @Setup
    public void open() throws SQLException {
        people = People.on(name(), size());
        floor = new PeopleJdbc(people);
        opened();
    }

    /** What a benchmark prepares besides. */
    protected void opened() throws SQLException {}

    /** Closes the database. */
    @TearDown
    public void close() throws SQLException {
        closing();
        floor.close();
        people.close();
    }

    /** What a benchmark closes besides. */
    protected void closing() throws SQLException {}

    final People people() {
        return people;
    }

    final PeopleJdbc floor() {
        return floor;
    }
}
