package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * {@code MERGE INTO table USING source ON condition WHEN … THEN …} (SQL:2023 part 2, 14.12). Branches are tried in the order
 * in which they were added. Immutable.
 */
public record Merge(
        TableRef table,
        FromItem source,
        Expression<Boolean> on,
        List<MergeBranch> branches,
        List<SyntaxExtension> extensions)
        implements DmlStatement {
    public Merge {
        Objects.requireNonNull(table, "table is null");
        Objects.requireNonNull(source, "source is null");
        Objects.requireNonNull(on, "on is null");
        branches = List.copyOf(branches);
        extensions = List.copyOf(extensions);
    }

    /** For rows of the target with a row of the source. */
    public Matched whenMatched() {
        return new Matched(this, MergeBranch.Match.MATCHED, null);
    }

    /** For rows of the target with a row of the source, where the condition is true. */
    public Matched whenMatched(Expression<Boolean> condition) {
        return new Matched(this, MergeBranch.Match.MATCHED, Objects.requireNonNull(condition, "condition is null"));
    }

    /** For rows of the source without a row of the target. */
    public NotMatched whenNotMatched() {
        return new NotMatched(this, null);
    }

    /** For rows of the source without a row of the target, where the condition is true. */
    public NotMatched whenNotMatched(Expression<Boolean> condition) {
        return new NotMatched(this, Objects.requireNonNull(condition, "condition is null"));
    }

    /** For rows of the target without a row of the source. */
    public Matched whenNotMatchedBySource() {
        return new Matched(this, MergeBranch.Match.NOT_MATCHED_BY_SOURCE, null);
    }

    /** For rows of the target without a row of the source, where the condition is true. */
    public Matched whenNotMatchedBySource(Expression<Boolean> condition) {
        return new Matched(
                this, MergeBranch.Match.NOT_MATCHED_BY_SOURCE, Objects.requireNonNull(condition, "condition is null"));
    }

    private Merge with(MergeBranch branch) {
        return new Merge(table, source, on, Lists.concat(branches, List.of(branch)), extensions);
    }

    /** The same with SQL of one's own behind the word MERGE or at the end. */
    public Merge with(SyntaxExtension extension) {
        return new Merge(table, source, on, branches, Lists.concat(extensions, List.of(extension)));
    }

    @Override
    public void describe(Description description) {
        description
                .add(Merge.class)
                .add(table.changeStructure())
                .child(table)
                .child(source)
                .child(on)
                .add(branches.size());
        branches.forEach(branch -> branch.describe(description));
        description.children(extensions);
    }

    @Override
    public Merge mapChildren(NodeMapper mapper) {
        return new Merge(
                mapper.map(table),
                mapper.map(source),
                mapper.map(on),
                branches.stream().map(branch -> branch.mapChildren(mapper)).toList(),
                mapper.mapAll(extensions));
    }

    @Override
    public List<ColumnRef<?>> assignedColumns() {
        List<ColumnRef<?>> columns = new ArrayList<>();
        branches.forEach(
                branch -> columns.addAll(Assignments.columns(branch.action().assignments())));
        return columns;
    }

    /** A MERGE that has yet to say which rows it takes: {@code mergeInto(table)}. */
    public record Into(TableRef table) {
        public Using using(FromItem source) {
            return new Using(table, source);
        }
    }

    /** A MERGE that has yet to say which rows belong together. */
    public record Using(TableRef table, FromItem source) {
        public Merge on(Expression<Boolean> condition) {
            return new Merge(table, source, condition, List.of(), List.of());
        }
    }

    /** A branch for rows of the target. */
    public record Matched(
            Merge merge, MergeBranch.Match match, @Nullable Expression<Boolean> condition) {
        /** Updates the row: {@code thenUpdate(u -> u.set(column, value))}. */
        public Merge thenUpdate(UnaryOperator<Assignments> update) {
            return then(
                    new MergeBranch.Action.Update(update.apply(Assignments.NONE).all()));
        }

        public Merge thenDelete() {
            return then(new MergeBranch.Action.Delete());
        }

        /** Leaves the row as it is, and keeps it from later branches. */
        public Merge thenDoNothing() {
            return then(new MergeBranch.Action.DoNothing());
        }

        private Merge then(MergeBranch.Action action) {
            return merge.with(new MergeBranch(match, condition, action));
        }
    }

    /** A branch for rows of the source without a row of the target. */
    public record NotMatched(Merge merge, @Nullable Expression<Boolean> condition) {
        /** Inserts a row: {@code thenInsert(i -> i.set(column, value))}. */
        public Merge thenInsert(UnaryOperator<Assignments> values) {
            return then(
                    new MergeBranch.Action.Insert(values.apply(Assignments.NONE).all()));
        }

        /** Leaves the row out, and keeps it from later branches. */
        public Merge thenDoNothing() {
            return then(new MergeBranch.Action.DoNothing());
        }

        private Merge then(MergeBranch.Action action) {
            return merge.with(new MergeBranch(MergeBranch.Match.NOT_MATCHED, condition, action));
        }
    }
}
