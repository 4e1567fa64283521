package org.alkahest.orm.mapping;

import java.util.List;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.JoinPath;
import org.jspecify.annotations.Nullable;

/** A path whose joins have been made: what a statement has of a relationship by a condition. */
record SettledPath(String describePath, List<Step> joins) implements JoinPath {
    static SettledPath of(JoinPath path, @Nullable FromItem alias) {
        return new SettledPath(path.describePath(), path.steps(alias));
    }

    @Override
    public List<Step> steps(@Nullable FromItem alias) {
        return joins;
    }
}
