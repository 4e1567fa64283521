package org.alkahest.sql;

/**
 * The door through which SQL that Alkahest does not know enters a statement at one of its seams. An immutable value whose
 * {@link #describe} names everything that changes its text.
 */
public interface SyntaxExtension extends SqlNode {
    /** The seam at which it stands. */
    Position position();

    /** Whether it is written in a dialect, by the dialect's name; in all of them unless overridden. */
    default boolean isFor(String dialectName) {
        return true;
    }

    /** Writes its SQL; a blank before it is there already. */
    void render(RenderContext context);

    @Override
    default SyntaxExtension mapChildren(NodeMapper mapper) {
        return Rewrite.withoutChildren(this);
    }

    /** The seams of statements. */
    enum Position {
        /** After the first keyword: {@code SELECT … DISTINCT}. */
        POST_SELECT,
        /** Before the SELECT list, after DISTINCT. */
        PRE_COLUMNS,
        /** After WHERE of a query, before GROUP BY. */
        POST_WHERE,
        /** After WHERE, GROUP BY and HAVING of a query, after WHERE of UPDATE and DELETE. */
        POST_CRITERIA,
        /** After VALUES of an INSERT. */
        POST_VALUES,
        /** At the end. */
        POST_BODY
    }
}
