package org.alkahest.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.alkahest.orm.domain.Author;
import org.alkahest.orm.domain.Book;
import org.alkahest.orm.domain.Category;
import org.alkahest.orm.domain.Place;
import org.alkahest.orm.domain.Player;
import org.alkahest.orm.domain.Profile;
import org.alkahest.orm.domain.Review;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.domain.Team;
import org.alkahest.orm.domain.Visit;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.State;
import org.alkahest.orm.unitofwork.Changes;
import org.alkahest.orm.unitofwork.FlushAction;
import org.alkahest.orm.unitofwork.FlushPlan;
import org.alkahest.schema.Column;
import org.alkahest.sql.Row;
import org.alkahest.sql.Sql;
import org.alkahest.testkit.StatementRecorder;

/** What must be true of a session and its database, given a model of both. */
@SuppressWarnings("ReferenceEquality") // the objects themselves, whatever their equals says
final class LibraryChecks {
    private final StatementRecorder recorder;

    LibraryChecks(StatementRecorder recorder) {
        this.recorder = recorder;
    }

    static Set<Object> identitySet(Collection<?> objects) {
        Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(objects);
        return set;
    }

    /** A flush inserts what is new, updates what differs, deletes what is gone, and sends nothing else. */
    void planIsWhatDiffers(Session session, LibraryModel before, LibraryModel after) {
        Set<Object> inserts = identitySet(List.of());
        Set<Object> updates = identitySet(List.of());
        Set<Object> deletes = identitySet(List.of());
        Set<String> links = new HashSet<>();
        Set<String> unlinks = new HashSet<>();
        FlushPlan plan = session.flushPlan();
        for (FlushAction action : plan.actions()) {
            switch (action) {
                case FlushAction.InsertRows a -> a.entries().forEach(e -> inserts.add(e.entity()));
                case FlushAction.UpdateRows a -> a.entries().forEach(e -> updates.add(e.entity()));
                case FlushAction.DeleteRows a -> a.entries().forEach(e -> deletes.add(e.entity()));
                case FlushAction.LinkRows a -> a.links().forEach(l -> links.add(link(l)));
                case FlushAction.UnlinkRows a -> a.links().forEach(l -> unlinks.add(link(l)));
                default -> {}
            }
        }
        Set<Object> postponed = identitySet(updates);
        postponed.retainAll(inserts);
        assertThat(postponed).as("updates after an insert").allMatch(o -> o instanceof Player || o instanceof Team);
        updates.removeAll(inserts);
        Set<Object> changed = identitySet(after.stream()
                .filter(o -> before.has(o) && after.differs(o, before))
                .toList());
        assertThat(inserts)
                .as("inserts of %s", plan)
                .isEqualTo(
                        identitySet(after.stream().filter(o -> !before.has(o)).toList()));
        assertThat(updates).as("updates of %s", plan).isEqualTo(changed);
        assertThat(deletes)
                .as("deletes of %s", plan)
                .isEqualTo(
                        identitySet(before.stream().filter(o -> !after.has(o)).toList()));
        Set<String> added = after.links();
        added.removeAll(before.links());
        assertThat(links).as("links of %s", plan).isEqualTo(added);
        Set<String> removed = before.links();
        removed.removeAll(after.links());
        assertThat(unlinks).as("unlinks of %s", plan).isEqualTo(removed);
    }

    private static String link(Changes.Link link) {
        return LibraryModel.link(link.owner().entity(), link.target().entity());
    }

    void nothingIsLeft(Session session) {
        recorder.clear();
        FlushPlan plan = session.flushPlan();
        assertThat(plan.isEmpty()).as("plan after a flush: %s", plan).isTrue();
        session.flush();
        recorder.assertCount(0);
    }

    /** Each table has the model's rows and no other. */
    void databaseIs(Session session, LibraryModel model) {
        SessionInvariants.check(session);
        LibraryModel.COLUMNS.keySet().forEach(type -> tableIs(session, model, type));
        var links = ((org.alkahest.orm.mapping.ToMany<?, ?>) org.alkahest.orm.domain.Book_.BOOK.tags).joinTable();
        List<Column<?>> columns = new ArrayList<>(links.ownerColumns());
        columns.addAll(links.targetColumns());
        Set<List<Object>> expected = new HashSet<>();
        for (Book book : model.all(Book.class)) {
            model.tags(book).forEach(tag -> expected.add(List.of(book.id, ((Tag) tag).id)));
        }
        assertThat(rows(session, Sql.selectRow(columns).from(links.table()), 2)).isEqualTo(expected);
    }

    private static <T> void tableIs(Session session, LibraryModel model, Class<T> type) {
        EntityTable<T> table = Mappings.table(type);
        List<String> names = LibraryModel.COLUMNS.get(type);
        List<Column<?>> columns = new ArrayList<>(table.primaryKey());
        table.columns().stream().filter(c -> names.contains(c.name())).forEach(columns::add);
        Set<List<Object>> expected = new HashSet<>();
        for (T object : model.all(type)) {
            List<Object> row = new ArrayList<>();
            for (Column<?> column : columns) {
                row.add(
                        column.isPrimaryKey()
                                ? table.mapping().value(object, column.position())
                                : columnValue(model.get(object, column.name()), column));
            }
            expected.add(row);
        }
        assertThat(rows(session, Sql.selectRow(columns).from(table), columns.size()))
                .as("rows of %s", table.name())
                .isEqualTo(expected);
    }

    private static Object columnValue(Object value, Column<?> column) {
        return switch (value) {
            case null -> null;
            case String s -> s;
            case Integer i -> i;
            case Place place -> column.name().endsWith("country") ? place.country : place.city;
            default -> Mappings.keyOf(value);
        };
    }

    private static Set<List<Object>> rows(Session session, org.alkahest.sql.Select<Row> select, int size) {
        Set<List<Object>> rows = new HashSet<>();
        for (Row row : session.connection().execute(select).all()) {
            List<Object> values = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                values.add(row.value(i));
            }
            rows.add(values);
        }
        return rows;
    }

    /** The objects are what the model says; reading them again sends nothing. */
    void sessionIs(Session session, LibraryModel model) {
        Set<Object> known = identitySet(List.of());
        for (EntityEntry<?> entry : session.context().identities().all()) {
            if (entry.state() == State.PERSISTENT) {
                known.add(entry.entity());
            }
        }
        assertThat(known).as("persistent objects").isEqualTo(identitySet(model.objects()));
        model.objects().forEach(object -> objectIs(model, object));
        SessionInvariants.check(session);
        // An object that is read after what it refers to was reached gives its references anew: read once more.
        model.objects().forEach(object -> objectIs(model, object));
        recorder.clear();
        model.objects().forEach(object -> objectIs(model, object));
        assertThat(recorder.queries()).as("statements for what is loaded").isEmpty();
        model.objects()
                .forEach(object ->
                        assertThat(session.isModified(object)).as("%s", object).isFalse());
    }

    private static void objectIs(LibraryModel model, Object object) {
        switch (object) {
            case Author a -> {
                is(a.name, model.get(a, "name"));
                elements(a.books, model.referring(a, "author_id"), Book.class);
                List<Object> profiles = new ArrayList<>(model.referring(a, "author_id"));
                profiles.removeIf(o -> !(o instanceof Profile));
                is(target(a.profile), profiles.isEmpty() ? null : profiles.get(0));
            }
            case Book b -> {
                is(b.title, model.get(b, "title"));
                is(target(b.author), model.get(b, "author_id"));
                is(b.publisher, model.get(b, "publisher_code"));
                elements(b.reviews, model.referring(b, "book_id"), Review.class);
                assertThat(identitySet(b.tags)).isEqualTo(identitySet(model.tags(b)));
            }
            case Tag t -> assertThat(identitySet(t.books)).isEqualTo(identitySet(model.booksOf(t)));
            case Review r -> is(target(r.book), model.get(r, "book_id"));
            case Profile p -> is(target(p.author), model.get(p, "author_id"));
            case Category c -> {
                is(target(c.parent), model.get(c, "parent_id"));
                elements(c.children, model.referring(c, "parent_id"), Category.class);
            }
            case Team t -> is(target(t.captain), model.get(t, "captain_id"));
            case Player p -> {
                is(target(p.team), model.get(p, "team_id"));
                is(target(p.rival), model.get(p, "rival_id"));
            }
            case Visit v -> is(target(v.place), model.get(v, "place_city"));
            default -> {}
        }
    }

    private static void is(Object actual, Object expected) {
        if (expected instanceof String) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).isSameAs(expected);
        }
    }

    private static void elements(Collection<?> actual, List<Object> expected, Class<?> type) {
        assertThat(actual.stream().toList()).doesNotHaveDuplicates();
        assertThat(identitySet(actual))
                .isEqualTo(
                        identitySet(expected.stream().filter(type::isInstance).toList()));
    }

    private static Object target(Ref<?> reference) {
        return reference == null ? null : reference.find().orElse(null);
    }
}
