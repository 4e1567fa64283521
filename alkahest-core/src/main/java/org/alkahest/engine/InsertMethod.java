package org.alkahest.engine;

import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Styles.GeneratedKeys;
import org.alkahest.compile.Styles.RowMatch;
import org.alkahest.sql.Insert;
import org.alkahest.sql.Selectable;

/**
 * How many rows are inserted whose generated columns are wanted: each row has to get its own, and no order of returned
 * rows is trusted. Immutable.
 *
 * @param form how rows are sent
 * @param pageSize how many rows one statement has at most
 * @param match how the rows of one statement are told apart
 * @param reason why one statement does not have several rows; empty where it has
 */
public record InsertMethod(Form form, int pageSize, RowMatch match, String reason) {
    /** How rows are sent. */
    public enum Form {
        /** Several rows in each statement. */
        PAGES,
        /** One row in each execution of a JDBC batch. */
        BATCH,
        /** One execution after the other. */
        SINGLE_ROWS
    }

    /** Fewer rows than these are not worth a statement of their own size. */
    static final int SMALLEST_PAGE = 4;

    static InsertMethod of(DialectTraits traits, int pageSize, Insert insert, Selectable<?> keys) {
        InsertPages.Choice choice = InsertPages.choose(traits, pageSize, insert, keys);
        if (choice.reason().isEmpty()) {
            return new InsertMethod(Form.PAGES, choice.pageSize(), choice.match(), "");
        }
        return new InsertMethod(batches(traits, insert, keys), 1, RowMatch.NONE, choice.reason());
    }

    private static Form batches(DialectTraits traits, Insert insert, Selectable<?> keys) {
        boolean driver =
                traits.generatedKeys() == GeneratedKeys.BATCH || traits.generatedKeys() == GeneratedKeys.ALL_ROWS;
        return driver && GeneratedKeysOf.of(traits, insert, 2, keys).comeFromDriver() ? Form.BATCH : Form.SINGLE_ROWS;
    }
}
