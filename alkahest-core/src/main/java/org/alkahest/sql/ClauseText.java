package org.alkahest.sql;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * SQL text at a seam of a statement: a hint, a prefix, a suffix. The text is written as it is.
 *
 * @param dialect the only dialect in which it is written, or null for all
 */
record ClauseText(Position position, @Nullable String dialect, TextTemplate template) implements SyntaxExtension {
    ClauseText {
        Objects.requireNonNull(position, "position is null");
        Objects.requireNonNull(template, "template is null");
    }

    @Override
    public void render(RenderContext context) {
        context.node(template);
    }

    @Override
    public boolean isFor(String dialectName) {
        return dialect == null || dialect.equals(dialectName);
    }

    @Override
    public void describe(Description description) {
        description.add(ClauseText.class).add(position).add(dialect).child(template);
    }

    @Override
    public ClauseText mapChildren(NodeMapper mapper) {
        return new ClauseText(position, dialect, mapper.map(template));
    }
}
