package org.alkahest.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What the benchmarks of objects do, by hand: the floor that the others are compared with. Statements are kept. */
final class PeopleJdbc implements AutoCloseable {
    private static final String COLUMNS = "SELECT id, name, city, age, born FROM people";
    private static final String INSERT = "INSERT INTO people (name, city, age, born) VALUES (?, ?, ?, ?)";

    private final Connection connection;
    private final boolean batchKeys;
    private final PreparedStatement insert;
    private final PreparedStatement load;
    private final PreparedStatement get;
    private final PreparedStatement update;

    PeopleJdbc(People people) throws SQLException {
        connection = people.jdbc();
        batchKeys = people.hasBatchKeys();
        insert = batchKeys
                ? connection.prepareStatement(INSERT, new String[] {"id"})
                : connection.prepareStatement(INSERT + ", (?, ?, ?, ?)".repeat(PAGE - 1) + " RETURNING id");
        load = connection.prepareStatement(COLUMNS + " ORDER BY id");
        get = connection.prepareStatement(COLUMNS + " WHERE id = ?");
        update = connection.prepareStatement("UPDATE people SET name = ? WHERE id = ?");
    }

    /** Divides the number of people. */
    private static final int PAGE = 100;

    void insert(List<Person> people) throws SQLException {
        if (batchKeys) {
            for (Person person : people) {
                bind(0, person);
                insert.addBatch();
            }
            insert.executeBatch();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                for (Person person : people) {
                    keys.next();
                    person.id = keys.getInt(1);
                }
            }
        } else {
            for (int from = 0; from < people.size(); from += PAGE) {
                for (int i = 0; i < PAGE; i++) {
                    bind(4 * i, people.get(from + i));
                }
                try (ResultSet keys = insert.executeQuery()) {
                    for (int i = 0; i < PAGE; i++) {
                        keys.next();
                        people.get(from + i).id = keys.getInt(1);
                    }
                }
            }
        }
        connection.commit();
    }

    private void bind(int offset, Person person) throws SQLException {
        insert.setString(offset + 1, person.name);
        insert.setString(offset + 2, person.city);
        insert.setInt(offset + 3, person.age);
        if (batchKeys) {
            insert.setObject(offset + 4, person.born);
        } else {
            insert.setString(offset + 4, person.born.toString());
        }
    }

    List<Person> load(int most) throws SQLException {
        List<Person> people = new ArrayList<>();
        try (ResultSet rows = load.executeQuery()) {
            while (people.size() < most && rows.next()) {
                people.add(read(rows));
            }
        }
        return people;
    }

    private Person read(ResultSet rows) throws SQLException {
        int id = rows.getInt(1);
        String name = rows.getString(2);
        String city = rows.getString(3);
        int age = rows.getInt(4);
        LocalDate born = batchKeys ? rows.getObject(5, LocalDate.class) : LocalDate.parse(rows.getString(5));
        Person person = new Person(name, city, age, born);
        person.id = id;
        return person;
    }

    Person get(int id) throws SQLException {
        get.setInt(1, id);
        try (ResultSet rows = get.executeQuery()) {
            rows.next();
            return read(rows);
        }
    }

    void rename(List<Person> people) throws SQLException {
        for (Person person : people) {
            update.setString(1, person.name);
            update.setInt(2, person.id);
            update.addBatch();
        }
        update.executeBatch();
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        load.close();
        get.close();
        update.close();
    }
}
