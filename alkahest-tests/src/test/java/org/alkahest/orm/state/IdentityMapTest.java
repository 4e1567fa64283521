package org.alkahest.orm.state;

import static org.alkahest.orm.domain.Tag_.TAG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.alkahest.orm.domain.Tag;
import org.alkahest.orm.mapping.MappingException;
import org.junit.jupiter.api.Test;

class IdentityMapTest {

    /** Three in four have the hash code of another, so that searches go past what is not theirs. */
    private record Key(int number) {
        @Override
        public int hashCode() {
            return number / 4;
        }
    }

    enum Step {
        FILE,
        UNFILE,
        REMOVE,
        REKEY
    }

    record Move(Step step, int number) {}

    @Property(seed = "7", tries = 300, edgeCases = EdgeCasesMode.NONE)
    void findsWhatAMapOfTheLibraryFinds(@ForAll("moves") List<Move> moves) {
        IdentityMap identities = new IdentityMap((entry, from, to) -> {});
        Map<Object, EntityEntry<?>> model = new LinkedHashMap<>();
        List<EntityEntry<?>> known = new ArrayList<>();
        for (Move move : moves) {
            Key key = new Key(move.number());
            EntityEntry<?> present = model.get(key);
            switch (move.step()) {
                case FILE -> {
                    if (present == null) {
                        EntityEntry<Tag> entry = entry();
                        identities.file(entry, key);
                        model.put(key, entry);
                        known.add(entry);
                    }
                }
                case UNFILE -> {
                    if (present != null) {
                        identities.unfile(present);
                        identities.unfile(present);
                        model.remove(key);
                    }
                }
                case REMOVE -> {
                    if (present != null) {
                        identities.remove(present);
                        model.remove(key);
                        known.remove(present);
                    }
                }
                case REKEY -> {
                    Key other = new Key(move.number() + 1000);
                    if (present != null && !model.containsKey(other)) {
                        identities.file(present, other);
                        model.remove(key);
                        model.put(other, present);
                    }
                }
            }
        }
        assertThat(List.copyOf(identities.persistent(TAG.mapping()))).isEqualTo(List.copyOf(model.values()));
        model.forEach(
                (key, entry) -> assertThat(identities.find(TAG.mapping(), key)).isSameAs(entry));
        for (int number = 0; number < 200; number++) {
            if (!model.containsKey(new Key(number))) {
                assertThat(identities.find(TAG.mapping(), new Key(number))).isNull();
            }
        }
        assertThat(identities.all()).containsExactlyInAnyOrderElementsOf(known);
        known.forEach(entry -> assertThat(identities.has(entry.entity())).isTrue());
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Step> steps = Arbitraries.frequencyOf(
                Tuple.of(5, Arbitraries.just(Step.FILE)), Tuple.of(4, Arbitraries.of(Step.class)));
        return Combinators.combine(steps, Arbitraries.integers().between(0, 199))
                .as(Move::new)
                .list()
                .ofMaxSize(400);
    }

    @Test
    void anObjectKeepsItsKeyWhereAnotherAsksForIt() {
        IdentityMap identities = new IdentityMap((entry, from, to) -> {});
        EntityEntry<Tag> first = entry();
        EntityEntry<Tag> second = entry();
        identities.file(first, 1);

        assertThatThrownBy(() -> identities.file(second, 1))
                .isInstanceOfSatisfying(
                        MappingException.class,
                        error -> assertThat(error.code()).isEqualTo("ALK-2106"));

        assertThat(identities.find(TAG.mapping(), 1)).isSameAs(first);
        assertThat(identities.has(second.entity())).isFalse();
    }

    @Test
    void aNewEntryOfAnObjectReplacesTheFormerOne() {
        IdentityMap identities = new IdentityMap((entry, from, to) -> {});
        EntityEntry<Tag> deleted = entry();
        identities.file(deleted, 1);
        identities.unfile(deleted);

        EntityEntry<Tag> again = new EntityEntry<>(deleted.entity(), TAG.mapping(), State.PERSISTENT);
        identities.file(again, 1);

        assertThat(identities.find(deleted.entity())).isSameAs(again);
        assertThat(identities.all()).containsExactly(again);
    }

    private static EntityEntry<Tag> entry() {
        return new EntityEntry<>(new Tag("t"), TAG.mapping(), State.PERSISTENT);
    }
}
