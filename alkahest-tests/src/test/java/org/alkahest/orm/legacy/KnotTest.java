package org.alkahest.orm.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.engine.Engine;
import org.alkahest.orm.Session;
import org.alkahest.orm.domain.TestTables;
import org.alkahest.orm.mapping.Cascade;
import org.alkahest.orm.mapping.EntityTable;
import org.alkahest.orm.mapping.Keys;
import org.alkahest.orm.mapping.Mappings;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ToMany;
import org.alkahest.orm.mapping.ToOne;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;

/** Mappings that a compiler cannot refuse, made by hand: rows that need each other, a collection mapped by nothing. */
final class KnotTest {
    private static final Knots KNOTS = new Knots(null);

    static {
        Mappings.register(Knot.class, KNOTS);
    }

    @DatabaseTest
    void rowsThatNeedEachOtherCannotBeInserted(Engine engine) {
        TestTables.create(engine, List.of(KNOTS));
        try (Session session = Session.open(engine)) {
            Knot one = new Knot(null);
            Knot two = new Knot(one);
            one.next = Ref.of(two);
            session.add(one);
            assertThatThrownBy(session::flush).hasMessageContaining("ALK-2202").hasMessageContaining("NOT NULL");
            session.rollback();
            assertThat(session.query(KNOTS).count()).isZero();
        }
    }

    @DatabaseTest("sqlite-memory")
    void aCollectionMappedByOneWithoutAJoinTable() {
        assertThatThrownBy(() -> KNOTS.as("k").wrong.steps(null))
                .hasMessageContaining("ALK-2008")
                .hasMessageContaining("k.wrong");
    }

    static final class Knot {
        Integer id;
        Ref<Knot> next;
        List<Knot> wrong = new ArrayList<>();

        Knot(Knot next) {
            this.next = Ref.of(next);
        }
    }

    static final class Knots extends HandTable<Knot> {
        final Column<Integer> id =
                field("id", SqlTypes.INTEGER, ColumnOptions.primaryKey().generated(), e -> e.id, (e, v) -> e.id = v);
        final Column<Integer> nextId =
                foreign("next_id", SqlTypes.INTEGER, ColumnOptions.notNull(), e -> Keys.of(e.next, 0));
        final ToOne<Knot, Knot> next = toOne("next", () -> KNOTS, true, Cascade.DEFAULT, nextId);
        final ToMany<Knot, Knot> wrong;

        private Knots(String alias) {
            super("knots", alias, Knot.class, () -> new Knot(null));
            foreignKey(nextId, () -> KNOTS.id);
            accessor(e -> e.next, (e, v) -> e.next = v);
            wrong = alias == null ? null : wrong();
        }

        private ToMany<Knot, Knot> wrong() {
            accessor(e -> e.wrong, (e, v) -> e.wrong = v);
            ToMany.Link<Knot, Knot> byForeignKey = new ToMany.Link.MappedBy<>(() -> KNOTS.next);
            ToMany<Knot, Knot> plain =
                    toMany("plain", () -> KNOTS, ToMany.CollectionKind.LIST, Cascade.DEFAULT, byForeignKey);
            return toMany(
                    "wrong",
                    () -> KNOTS,
                    ToMany.CollectionKind.LIST,
                    Cascade.DEFAULT,
                    new ToMany.Link.MappedByMany<>(() -> plain));
        }

        @Override
        public Knots as(String alias) {
            return new Knots(alias);
        }

        @Override
        protected EntityTable<Knot> canonical() {
            return KNOTS;
        }
    }
}
