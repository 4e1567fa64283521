package org.alkahest.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.JoinPath;
import org.jspecify.annotations.Nullable;

/** A relationship that is joined on more than its keys: the condition is part of ON, which matters to outer joins. */
record PathWith(JoinPath path, Expression<Boolean> condition) implements JoinPath {
    @Override
    public List<Step> steps(@Nullable FromItem alias) {
        List<Step> steps = new ArrayList<>(path.steps(alias));
        Step last = steps.remove(steps.size() - 1);
        steps.add(new Step(last.item(), last.on().and(condition)));
        return steps;
    }

    @Override
    public JoinPath settled(@Nullable FromItem alias) {
        return new PathWith(path.settled(alias), condition);
    }

    @Override
    public String describePath() {
        return path.describePath();
    }
}
