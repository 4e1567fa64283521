package org.alkahest.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Orders nodes so that each comes after what it depends on, as close to the given order as that allows. Nodes that depend
 * on each other in a circle stay together, as one group.
 *
 * <p>Tarjan's strongly connected components (SIAM Journal on Computing 1, 1972), then Kahn's sort of the components by
 * the place of their first node. Both are iterative, so depth never overflows a stack; the order is deterministic.
 */
public final class TopologicalSort {
    private static final int UNSEEN = -1;

    private final int[][] dependencies;
    private final int[] component;

    private TopologicalSort(int[][] dependencies) {
        this.dependencies = dependencies;
        this.component = new int[dependencies.length];
    }

    /**
     * The nodes in groups, each after the groups that it depends on. A group of several nodes is a circle, in the given
     * order; a node that depends on itself is still a group of one.
     *
     * @param dependencies what must come before a node; those that are not among the nodes are passed over
     */
    public static <T> List<List<T>> groups(
            Collection<? extends T> nodes, Function<? super T, ? extends Collection<? extends T>> dependencies) {
        Map<T, Integer> places = new LinkedHashMap<>();
        for (T node : nodes) {
            places.putIfAbsent(node, places.size());
        }
        List<T> distinct = List.copyOf(places.keySet());
        int[][] edges = new int[distinct.size()][];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = dependencies.apply(distinct.get(i)).stream()
                    .filter(places::containsKey)
                    .mapToInt(places::get)
                    .distinct()
                    .toArray();
        }
        List<List<T>> groups = new ArrayList<>();
        for (List<Integer> group : new TopologicalSort(edges).run()) {
            groups.add(group.stream().<T>map(distinct::get).toList());
        }
        return groups;
    }

    /** The nodes in order; those of a circle stand together in the given order. */
    public static <T> List<T> sort(
            Collection<? extends T> nodes, Function<? super T, ? extends Collection<? extends T>> dependencies) {
        return TopologicalSort.<T>groups(nodes, dependencies).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<List<Integer>> run() {
        int count = findComponents();
        List<List<Integer>> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(new ArrayList<>());
        }
        for (int node = 0; node < component.length; node++) {
            members.get(component[node]).add(node);
        }
        return inOrder(members);
    }

    /** Kahn: of the components that wait for nothing more, the one whose first node was given first. */
    private List<List<Integer>> inOrder(List<List<Integer>> members) {
        int[] waitsFor = new int[members.size()];
        List<List<Integer>> dependents = new ArrayList<>();
        members.forEach(m -> dependents.add(new ArrayList<>()));
        for (int node = 0; node < dependencies.length; node++) {
            for (int before : dependencies[node]) {
                if (component[before] != component[node]) {
                    waitsFor[component[node]]++;
                    dependents.get(component[before]).add(component[node]);
                }
            }
        }
        PriorityQueue<List<Integer>> ready = new PriorityQueue<>((a, b) -> Integer.compare(a.get(0), b.get(0)));
        for (int i = 0; i < waitsFor.length; i++) {
            if (waitsFor[i] == 0) {
                ready.add(members.get(i));
            }
        }
        List<List<Integer>> order = new ArrayList<>();
        for (List<Integer> next = ready.poll(); next != null; next = ready.poll()) {
            order.add(next);
            for (int dependent : dependents.get(component[next.get(0)])) {
                if (--waitsFor[dependent] == 0) {
                    ready.add(members.get(dependent));
                }
            }
        }
        return order;
    }

    /** Tarjan, with a stack of its own: {@code nextEdge} is where each unfinished node goes on. */
    private int findComponents() {
        int size = dependencies.length;
        int[] index = new int[size];
        int[] low = new int[size];
        int[] nextEdge = new int[size];
        boolean[] open = new boolean[size];
        Arrays.fill(index, UNSEEN);
        ArrayDeque<Integer> path = new ArrayDeque<>();
        ArrayDeque<Integer> candidates = new ArrayDeque<>();
        int seen = 0;
        int components = 0;
        for (int start = 0; start < size; start++) {
            if (index[start] != UNSEEN) {
                continue;
            }
            path.push(start);
            while (!path.isEmpty()) {
                int node = path.element();
                if (index[node] == UNSEEN) {
                    index[node] = seen;
                    low[node] = seen++;
                    candidates.push(node);
                    open[node] = true;
                }
                if (nextEdge[node] < dependencies[node].length) {
                    int to = dependencies[node][nextEdge[node]++];
                    if (index[to] == UNSEEN) {
                        path.push(to);
                    } else if (open[to]) {
                        low[node] = Math.min(low[node], index[to]);
                    }
                    continue;
                }
                path.pop();
                if (!path.isEmpty()) {
                    low[path.element()] = Math.min(low[path.element()], low[node]);
                }
                if (low[node] == index[node]) {
                    int member;
                    do {
                        member = candidates.pop();
                        open[member] = false;
                        component[member] = components;
                    } while (member != node);
                    components++;
                }
            }
        }
        return components;
    }
}
