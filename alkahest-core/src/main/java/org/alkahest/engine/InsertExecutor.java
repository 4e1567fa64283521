package org.alkahest.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alkahest.engine.InsertMethod.Form;
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

/** Inserts rows whose generated columns are wanted, each row its own. One per connection. */
final class InsertExecutor {
    private final Link link;
    private final Executor executor;

    InsertExecutor(Link link, Executor executor) {
        this.link = link;
        this.executor = executor;
    }

    InsertMethod method(Insert insert, Selectable<?> keys) {
        return InsertMethod.of(link.dialect().traits(), link.engine().options().insertPageSize(), insert, keys);
    }

    <K> List<K> insert(Insert given, ParameterRows rows, Selectable<K> keys) {
        List<String> names = new ArrayList<>();
        for (Expression<?> key : keys.expressions()) {
            names.add(columnName(key));
        }
        if (rows.size() < InsertMethod.SMALLEST_PAGE) {
            return rest(given, rows, keys, names, "");
        }
        InsertMethod method = method(given, keys);
        if (method.form() != Form.PAGES) {
            return rest(given, rows, keys, names, method.reason());
        }
        PagedInsert<K> paged = PagedInsert.of(link, executor, given, keys);
        if (paged == null) {
            return rest(given, rows, keys, names, "the engine's statement rewriter makes another statement of it");
        }
        List<K> made = new ArrayList<>(rows.size());
        int done = paged.insert(rows, made);
        if (done < rows.size()) {
            made.addAll(rest(given, rows.slice(done, rows.size()), keys, names, paged.reasonForRest()));
        }
        return made;
    }

    /** @param reason why rows are sent one by one, if they are */
    private <K> List<K> rest(Insert given, ParameterRows rows, Selectable<K> keys, List<String> names, String reason) {
        GeneratedKeysOf wanted = GeneratedKeysOf.of(link.dialect().traits(), given, rows.size(), keys);
        if (!wanted.comeFromDriver() && wanted.comeFromReturning()) {
            return returned(given, rows, keys, reason);
        }
        Optional<RowsByKey> byKey = wanted.comeFromDriver() ? Optional.empty() : RowsByKey.of(given, keys);
        if (byKey.isPresent()) {
            return selected(byKey.get(), rows, keys);
        }
        Insert insert = executor.rewritten(given, Insert.class);
        GeneratedKeysOf.of(link.dialect().traits(), insert, rows.size(), keys).require(); // rewriters may add rows
        Decoder<K> decoder = keys.decoder(0, DecodeScope.CONNECTION);
        return executor.insertWithDriver(insert, rows, names, prepared -> readKeys(prepared, names, keys, decoder));
    }

    private <K> List<K> readKeys(PreparedStatement prepared, List<String> names, Selectable<K> keys, Decoder<K> decoder)
            throws SQLException {
        Codec<?>[] codecs = keys.expressions().stream()
                .map(key -> link.dialect().codecs().codec(key.type()))
                .toArray(Codec<?>[]::new);
        List<K> made = new ArrayList<>();
        try (ResultSet rows = prepared.getGeneratedKeys()) {
            RowReader reader = new RowReader(rows, codecs, names);
            Decoder<K> over = decoder.over(reader);
            while (rows.next()) {
                made.add(decodeKey(over, reader));
            }
        }
        return made;
    }

    @SuppressWarnings("NullAway") // a generated column may be null, as any value of a row
    static <K> K decodeKey(Decoder<K> decoder, RowReader reader) {
        return decoder.decode(reader);
    }

    /** Row by row, in the order of the parameters. */
    private <K> List<K> returned(Insert insert, ParameterRows rows, Selectable<K> keys, String reason) {
        Returning<K> statement = insert.returning(keys);
        int size = rows.size();
        List<K> made = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            String note = size == 1 ? "" : "row " + (i + 1) + " of " + size + (reason.isEmpty() ? "" : ": " + reason);
            made.addAll(executor.query(statement, rows.slice(i, i + 1), DecodeScope.CONNECTION, 0, note)
                    .all());
        }
        return made;
    }

    /** Row by row, each selected by its key as soon as it is there. */
    private <K> List<K> selected(RowsByKey byKey, ParameterRows rows, Selectable<K> keys) {
        for (int i = 0; i < rows.size(); i++) {
            byKey.requireKeys(rows, i);
        }
        List<K> made = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<?> numbers = List.of();
            if (byKey.numbered() != null) {
                numbers = insert(byKey.insert(), rows.slice(i, i + 1), byKey.numbered());
            } else {
                executor.update(byKey.insert(), rows.slice(i, i + 1));
            }
            for (RowsByKey.Lookup<K> lookup : byKey.lookups(keys, numbers, rows, i)) {
                made.add(executor.query(lookup.query(), lookup.parameters(), DecodeScope.CONNECTION, 0)
                        .one());
            }
        }
        return made;
    }

    private static String columnName(Expression<?> key) {
        if (key instanceof ColumnRef<?> column) {
            return column.name();
        }
        throw new AlkahestArgumentException(
                "ALK-1019",
                "Cannot ask a generated key of " + key
                        + ": it is no column. Name the columns that the database fills.");
    }
}
