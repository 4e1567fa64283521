package org.alkahest.orm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.engine.Connection;
import org.alkahest.orm.mapping.Association;
import org.alkahest.orm.mapping.CompositeKey;
import org.alkahest.orm.mapping.EntityMapping;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.JoinTable;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.state.CollectionState;
import org.alkahest.orm.state.EntityEntry;
import org.alkahest.orm.state.IdentityMap;
import org.alkahest.orm.state.State;
import org.alkahest.schema.Column;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Literal;
import org.alkahest.sql.Row;
import org.alkahest.sql.Sql;

/**
 * What is true of every session between two calls: each object is known once and under its own key, a baseline is what the
 * database has, and a loaded collection has the members that the database has.
 */
final class SessionInvariants {
    private SessionInvariants() {}

    /** Checks an open, usable session; sends SELECTs through its connection. */
    static void check(Session session) {
        SessionContext context = session.context();
        IdentityMap identities = context.identities();
        Set<EntityEntry<?>> all = new HashSet<>(identities.all());
        for (EntityEntry<?> entry : all) {
            checkIdentity(identities, entry);
            if (entry.state() == State.PERSISTENT && !entry.isReadOnly()) {
                checkRow(context.connection(), entry);
                checkCollections(context.connection(), entry);
            }
        }
        for (EntityMapping<?> mapping : identities.mappings()) {
            assertThat(all).containsAll(identities.persistent(mapping));
        }
    }

    private static <E> void checkIdentity(IdentityMap identities, EntityEntry<E> entry) {
        assertThat(identities.find(entry.entity())).isSameAs(entry);
        switch (entry.state()) {
            case PERSISTENT -> {
                assertThat(entry.key()).as("key of %s", entry).isNotNull();
                assertThat(identities.find(entry.mapping(), entry.key())).isSameAs(entry);
                assertThat(identities.pending()).doesNotContain(entry);
                assertThat(entry.mapping().key(entry.entity())).isEqualTo(entry.key());
            }
            case PENDING -> {
                assertThat(identities.pending()).contains(entry);
                assertThat(entry.key()).isNull();
            }
            case DELETED ->
                assertThat(identities.find(entry.mapping(), entry.key())).isNotSameAs(entry);
            default -> throw new AssertionError(entry + " is known, but " + entry.state());
        }
    }

    private static void checkRow(Connection connection, EntityEntry<?> entry) {
        EntityTable<?> table = entry.mapping().table();
        List<? extends Column<?>> columns = table.mappedColumns();
        Row row = connection
                .execute(Sql.selectRow(columns).from(table).where(matches(table.primaryKey(), entry.key())))
                .oneOrNone()
                .orElseThrow(() -> new AssertionError("There is no row of " + entry));
        assertThat(entry.snapshot()).as("snapshot of %s", entry).isNotNull();
        for (int i = 0; i < columns.size(); i++) {
            Object before = entry.mapping().snapshotValue(entry.snapshot(), i);
            assertThat(same(columns.get(i), before, row.value(i)))
                    .as(
                            "baseline of %s.%s is %s, the row has %s",
                            entry, columns.get(i).name(), before, row.value(i))
                    .isTrue();
        }
    }

    @SuppressWarnings("unchecked") // both are the column's values
    private static <T> boolean same(Column<T> column, Object a, Object b) {
        return column.type().same((T) a, (T) b);
    }

    private static void checkCollections(Connection connection, EntityEntry<?> entry) {
        for (Association<?, ?> association : entry.mapping().table().associations()) {
            CollectionState<?> state = entry.collection(association.index());
            if (association instanceof ToMany<?, ?> toMany) {
                assertThat(state).as("%s of %s", toMany, entry).isNotNull();
                if (state.isFresh()) {
                    assertThat(members(state))
                            .as("baseline of %s of %s", association.name(), entry)
                            .isEqualTo(rows(connection, toMany, entry.key()));
                }
            }
        }
    }

    private static <T> Set<Object> members(CollectionState<T> state) {
        Set<Object> keys = new HashSet<>();
        for (T element : state.snapshot()) {
            keys.add(state.association().target().mapping().key(element));
        }
        return keys;
    }

    private static Set<Object> rows(Connection connection, ToMany<?, ?> association, Object ownerKey) {
        JoinTable through = association.joinTable();
        Table table = through == null ? association.target() : through.table();
        List<? extends Column<?>> keys = through == null ? table.primaryKey() : through.targetColumns();
        List<? extends Column<?>> owner = through == null ? association.foreignKeyColumns() : through.ownerColumns();
        Set<Object> found = new HashSet<>();
        for (Row row : connection.execute(Sql.selectRow(keys).from(table).where(matches(owner, ownerKey)))) {
            List<Object> parts = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                parts.add(row.value(i));
            }
            found.add(parts.size() == 1 ? parts.get(0) : new CompositeKey(parts));
        }
        return found;
    }

    private static Expression<Boolean> matches(List<? extends Column<?>> columns, Object key) {
        Expression<Boolean> all = null;
        for (int i = 0; i < columns.size(); i++) {
            Expression<Boolean> one = equal(columns.get(i), Keys.part(key, i));
            all = all == null ? one : all.and(one);
        }
        return all;
    }

    @SuppressWarnings("unchecked") // a key's part has the Java type of its column
    private static <T> Expression<Boolean> equal(Column<T> column, Object part) {
        return column.eq(new Literal<>((T) part, column.type()));
    }
}
