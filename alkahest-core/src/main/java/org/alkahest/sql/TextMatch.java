package org.alkahest.sql;

import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;

/** Whether texts have what a query of full-text search asks for, at least one text if there are several. */
public record TextMatch(List<Expression<?>> texts, Expression<String> query) implements Predicate {
    public TextMatch {
        texts = List.copyOf(texts);
        Objects.requireNonNull(query, "query is null");
        if (texts.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1443", "Cannot search in no text. Name the columns of the full-text index.");
        }
        texts.forEach(text -> Operators.require(text, Operators.Need.STRING, "match"));
    }

    @Override
    public void describe(Description description) {
        description.add(TextMatch.class).children(texts).child(query);
    }

    @Override
    public TextMatch mapChildren(NodeMapper mapper) {
        return new TextMatch(mapper.mapAll(texts), mapper.map(query));
    }
}
