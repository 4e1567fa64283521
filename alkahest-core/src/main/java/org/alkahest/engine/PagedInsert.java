package org.alkahest.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alkahest.compile.Compiled;
import org.alkahest.compile.Compiled.OutputColumn;
import org.alkahest.compile.StatementKey;
import org.alkahest.compile.Styles.RowMatch;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.DecodeScope;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Returning;
import org.alkahest.sql.Selectable;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.Codec;
import org.alkahest.type.Decoder;
import org.alkahest.type.RowReader;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows in pages of several per statement. Pages have few sizes, the powers of two, so that few statements are
 * compiled and prepared; what is left after the smallest is inserted in another way. One use.
 */
final class PagedInsert<K> {
    private final Link link;
    private final Executor executor;
    private final InsertTemplate template;
    private final InsertPages.Choice choice;
    private final Selectable<K> keys;
    private final List<Expression<?>> returned;
    /** Where, among what is returned, that stands which tells rows apart. */
    private final int[] marks;

    /** The names of these values, where rows are given with them; else -1. */
    private final int[] markNames;

    private final StatementKey structure;
    private String reasonForRest = "";

    private PagedInsert(
            Link link, Executor executor, InsertTemplate template, InsertPages.Choice choice, Selectable<K> keys) {
        this.link = link;
        this.executor = executor;
        this.template = template;
        this.choice = choice;
        this.keys = keys;
        this.returned = new ArrayList<>(keys.expressions());
        this.marks = new int[choice.columns().size()];
        this.markNames = new int[marks.length];
        for (int i = 0; i < marks.length; i++) {
            ColumnRef<?> column = choice.columns().get(i);
            if (!returned.contains(column)) {
                returned.add(column);
            }
            marks[i] = returned.indexOf(column);
            markNames[i] = template.parameterOf(column);
        }
        this.structure = StatementKey.walk(template.insert()).key().trimmed();
    }

    /** Null if what the engine's rewriter makes of the statement cannot be sent in pages. */
    static <K> @Nullable PagedInsert<K> of(Link link, Executor executor, Insert given, Selectable<K> keys) {
        Insert insert = null;
        if (link.dialect().traits().rowMatch() == RowMatch.COUNTED) {
            insert = executor.rewritten(given, Insert.class);
        } else {
            Returning<?> returning = executor.rewritten(given.returning(keys), Returning.class);
            boolean same = returning.selection().expressions().equals(keys.expressions());
            insert = same && returning.statement() instanceof Insert rewritten ? rewritten : null;
        }
        if (insert == null) {
            return null;
        }
        InsertPages.Choice choice = InsertPages.choose(
                link.dialect().traits(), link.engine().options().insertPageSize(), insert, keys);
        InsertTemplate template = choice.template();
        return template == null ? null : new PagedInsert<>(link, executor, template, choice, keys);
    }

    /** Why rows are left that one more page might have had. */
    String reasonForRest() {
        return reasonForRest;
    }

    /** Inserts as many rows as pages take, and adds their keys in order; how many rows these are. */
    int insert(ParameterRows rows, List<K> made) {
        int[] places = places(rows);
        int done = 0;
        int size = choice.pageSize();
        while (size >= InsertMethod.SMALLEST_PAGE) {
            if (rows.size() - done < size) {
                size /= 2;
            } else if (meetsTwice(rows, done, size, places)) {
                reasonForRest = "one statement would meet a key twice";
                return done;
            } else {
                made.addAll(page(size, rows, done, places));
                done += size;
            }
        }
        return done;
    }

    private int[] places(ParameterRows rows) {
        List<String> wanted = template.names()
                .subList(0, template.names().size() - template.constants().size());
        String into = "INSERT INTO " + template.insert().table().name();
        BoundStatement.requireNames(wanted, rows.names(), into);
        if (rows instanceof NamedRows maps) {
            maps.requireSameNames(names -> BoundStatement.requireNames(wanted, names, into));
        }
        int[] places = new int[wanted.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = rows.names().indexOf(wanted.get(i));
        }
        return places;
    }

    /** An upsert changes a row once per statement, or the database refuses it. */
    private boolean meetsTwice(ParameterRows rows, int from, int size, int[] places) {
        if (template.insert().conflicts().isEmpty()) {
            return false;
        }
        Set<Object> seen = new HashSet<>();
        for (int row = from; row < from + size; row++) {
            if (!seen.add(given(rows, row, places))) {
                return true;
            }
        }
        return false;
    }

    /** The values by which a row is told from others, as it has them. */
    private Object given(ParameterRows rows, int row, int[] places) {
        @Nullable Object[] values = new @Nullable Object[marks.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = template.value(rows, row, markNames[i], places);
        }
        return Arrays.asList(values);
    }

    private List<K> page(int size, ParameterRows rows, int from, int[] places) {
        boolean[] compiledNow = new boolean[1];
        InsertPage page = link.engine()
                .pages()
                .get(new PageCache.Key(structure, choice.match(), returned, size), () -> {
                    compiledNow[0] = true;
                    return InsertPage.of(template, choice.match(), returned, size, link.dialect());
                });
        ExecutionEvent event = new ExecutionEvent(
                page.compiled().sql(),
                compiledNow[0] ? CacheState.COMPILED : CacheState.CACHED,
                1,
                "rows " + (from + 1) + " to " + (from + size) + " of " + rows.size(),
                () -> List.of(page.values(template, rows, from, places)),
                Duration.ZERO,
                null);
        List<String> counted = choice.match() == RowMatch.COUNTED
                ? List.of(((ColumnRef<?>) keys.expressions().get(0)).name())
                : List.of();
        return executor.withPrepared(event, counted, (prepared, home) -> {
            page.bind(prepared, template, rows, from, places, link.dialect().codecs());
            List<K> made;
            try (ResultSet result = execute(event, prepared)) {
                made = inOrder(size, reader(page, result), result, rows, from, places);
            }
            home.giveBack(event.sql(), counted, prepared);
            return made;
        });
    }

    private ResultSet execute(ExecutionEvent event, PreparedStatement prepared) throws SQLException {
        if (choice.match() == RowMatch.COUNTED) {
            executor.observe(event, prepared::executeUpdate);
            return prepared.getGeneratedKeys();
        }
        return executor.observe(event, prepared::executeQuery);
    }

    private RowReader reader(InsertPage page, ResultSet result) {
        if (choice.match() == RowMatch.COUNTED) {
            ColumnRef<?> key = (ColumnRef<?>) keys.expressions().get(0);
            return new RowReader(
                    result, new Codec<?>[] {link.dialect().codecs().codec(key.type())}, List.of(key.name()));
        }
        Compiled compiled = page.compiled();
        Codec<?>[] codecs = compiled.columns().stream().map(OutputColumn::codec).toArray(Codec<?>[]::new);
        return new RowReader(
                result,
                codecs,
                compiled.columns().stream().map(OutputColumn::label).toList());
    }

    private List<K> inOrder(int size, RowReader reader, ResultSet result, ParameterRows rows, int from, int[] places)
            throws SQLException {
        return switch (choice.match()) {
            case NUMBERED -> byNumber(size, reader, result);
            case ASCENDING -> ascending(size, reader, result, marks[0]);
            case COUNTED -> ascending(size, reader, result, 0);
            case EQUAL_VALUES -> byValues(size, reader, result, rows, from, places);
            case NONE -> throw new IllegalStateException("Its rows are inserted one by one");
        };
    }

    private List<K> byNumber(int size, RowReader reader, ResultSet result) throws SQLException {
        Decoder<K> decoder = keys.decoder(1, DecodeScope.CONNECTION).over(reader);
        @Nullable Object[] made = new @Nullable Object[size];
        boolean[] seen = new boolean[size];
        int count = 0;
        while (result.next()) {
            int number = reader.intAt(0);
            if (number < 0 || number >= size || seen[number]) {
                throw unclear(size, "it returned a row of number " + number);
            }
            seen[number] = true;
            made[number] = InsertExecutor.decodeKey(decoder, reader);
            count++;
        }
        if (count != size) {
            throw unclear(size, "it returned " + count + " rows");
        }
        return list(made);
    }

    /** Numbers are given in the order of VALUES; rows that came in another order would be of another kind of table. */
    private List<K> ascending(int size, RowReader reader, ResultSet result, int mark) throws SQLException {
        Decoder<K> decoder = keys.decoder(0, DecodeScope.CONNECTION).over(reader);
        List<K> made = new ArrayList<>(size);
        long last = Long.MIN_VALUE;
        while (result.next()) {
            long number = reader.longAt(mark);
            if (number <= last) {
                throw unclear(size, "it returned " + number + " after " + last);
            }
            last = number;
            made.add(InsertExecutor.decodeKey(decoder, reader));
        }
        if (made.size() != size) {
            throw unclear(size, "it returned " + made.size() + " rows");
        }
        return made;
    }

    private List<K> byValues(int size, RowReader reader, ResultSet result, ParameterRows rows, int from, int[] places)
            throws SQLException {
        Map<Object, Deque<Integer>> open = new HashMap<>();
        for (int i = 0; i < size; i++) {
            open.computeIfAbsent(given(rows, from + i, places), values -> new ArrayDeque<>())
                    .add(i);
        }
        Decoder<K> decoder = keys.decoder(0, DecodeScope.CONNECTION).over(reader);
        @Nullable Object[] made = new @Nullable Object[size];
        boolean[] seen = new boolean[size];
        int count = 0;
        while (result.next()) {
            @Nullable Object[] values = new @Nullable Object[marks.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = reader.at(marks[i]);
            }
            Deque<Integer> same = open.get(Arrays.asList(values));
            if (same == null || same.isEmpty()) {
                throw unclear(size, "it returned " + Arrays.toString(values) + ", which no row has");
            }
            int row = same.remove();
            made[row] = InsertExecutor.decodeKey(decoder, reader);
            seen[row] = true;
            count++;
        }
        if (count != size && template.insert().conflicts().isEmpty()) {
            throw unclear(size, "it returned " + count + " rows");
        }
        return count == size ? list(made) : onlySeen(made, seen);
    }

    @SuppressWarnings("unchecked") // all were decoded as K
    private static <K> List<K> list(@Nullable Object[] made) {
        return (List<K>) Arrays.asList(made);
    }

    /** An upsert that leaves rows alone does not return them. */
    private List<K> onlySeen(@Nullable Object[] made, boolean[] seen) {
        List<@Nullable Object> only = new ArrayList<>();
        for (int i = 0; i < made.length; i++) {
            if (seen[i]) {
                only.add(made[i]);
            }
        }
        return list(only.toArray());
    }

    private AlkahestArgumentException unclear(int size, String what) {
        return new AlkahestArgumentException(
                "ALK-1480",
                "Cannot tell whose keys the database gave to " + size + " rows of '"
                        + template.insert().table().name() + "': " + what
                        + ". Roll back. A trigger or the database has given them other keys than the table is declared"
                        + " to have: give the table the option ROW_BY_ROW, or the engine withInsertPageSize(1).");
    }
}
