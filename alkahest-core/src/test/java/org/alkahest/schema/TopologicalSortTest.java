package org.alkahest.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TopologicalSortTest {
    private static List<List<String>> groups(List<String> nodes, Map<String, List<String>> dependencies) {
        return TopologicalSort.<String>groups(nodes, n -> dependencies.getOrDefault(n, List.of()));
    }

    @Test
    void keepsTheGivenOrderWhereNothingForbidsIt() {
        assertThat(groups(List.of("c", "a", "b"), Map.of())).containsExactly(List.of("c"), List.of("a"), List.of("b"));
        assertThat(groups(List.of("c", "a", "b"), Map.of("c", List.of("b"))))
                .containsExactly(List.of("a"), List.of("b"), List.of("c"));
    }

    @Test
    void keepsACircleTogether() {
        assertThat(groups(
                        List.of("x", "a", "b", "y"),
                        Map.of("x", List.of("a"), "a", List.of("b"), "b", List.of("a", "y"), "y", List.of("y"))))
                .containsExactly(List.of("y"), List.of("a", "b"), List.of("x"));
    }

    @Test
    void passesOverWhatIsNotAmongTheNodes() {
        assertThat(groups(List.of("a"), Map.of("a", List.of("elsewhere")))).containsExactly(List.of("a"));
    }

    @Test
    void doesNotOverflowOnALongChainOrCircle() {
        List<Integer> nodes = IntStream.range(0, 100_000).boxed().toList();
        assertThat(TopologicalSort.<Integer>sort(nodes, n -> n == 99_999 ? List.of() : List.of(n + 1)))
                .isEqualTo(nodes.reversed());
        assertThat(TopologicalSort.<Integer>groups(nodes, n -> List.of((n + 1) % 100_000)))
                .hasSize(1)
                .first()
                .isEqualTo(nodes);
    }

    @Test
    void putsDependenciesFirstInRandomGraphs() {
        Random random = new Random(20260401);
        for (int run = 0; run < 200; run++) {
            int size = 1 + random.nextInt(12);
            List<Set<Integer>> edges = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                edges.add(new HashSet<>());
            }
            for (int i = random.nextInt(size * 2); i > 0; i--) {
                edges.get(random.nextInt(size)).add(random.nextInt(size));
            }
            List<Integer> nodes = IntStream.range(0, size).boxed().toList();
            List<List<Integer>> groups = TopologicalSort.<Integer>groups(nodes, edges::get);
            assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(nodes);
            Set<Integer> done = new HashSet<>();
            for (List<Integer> group : groups) {
                done.addAll(group);
                group.forEach(node -> assertThat(done).containsAll(edges.get(node)));
            }
        }
    }
}
