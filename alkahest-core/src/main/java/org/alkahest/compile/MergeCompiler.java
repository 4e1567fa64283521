package org.alkahest.compile;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.alkahest.compile.Styles.MergeStyle;
import org.alkahest.sql.Assignment;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Merge;
import org.alkahest.sql.MergeBranch;
import org.alkahest.sql.MergeBranch.Action;
import org.alkahest.sql.MergeBranch.Match;
import org.alkahest.sql.SyntaxExtension.Position;
import org.alkahest.sql.TableRef;
import org.alkahest.type.Codecs;

/** Compiles MERGE, the statement itself and its branches, into which other statements may be turned. */
abstract class MergeCompiler extends SetClauseCompiler {
    MergeCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    protected void visitMerge(Merge merge) {
        traits.require(Feature.MERGE);
        if (merge.branches().isEmpty()) {
            throw new CompileException(
                    "ALK-1255",
                    "Cannot compile MERGE INTO '" + merge.table().name()
                            + "': it has no branch. Add whenMatched() or whenNotMatched().");
        }
        requireOneBranchOfEachKind(merge.branches());
        append("MERGE ");
        visitExtensions(merge.extensions(), Position.POST_SELECT, "", " ");
        append("INTO ");
        visitMergeTarget(merge.table(), false);
        append(" USING ");
        visitFromItem(merge.source());
        enter();
        enterItem(merge.table());
        enterItem(merge.source());
        append(" ON (");
        visitCondition(merge.on());
        append(")");
        merge.branches().forEach(branch -> visitBranch(merge.table(), branch));
        leave();
        visitOutput(merge);
        visitExtensions(merge.extensions(), Position.POST_BODY, " ", "");
        append(mergeEnd());
    }

    /**
     * The target of a MERGE, with its alias.
     *
     * @param upsert whether rows that are not there must not appear until it ends
     */
    protected void visitMergeTarget(TableRef table, boolean upsert) {
        RowSources.requireTable(table, "merge into");
        visitTable(table);
    }

    /** What ends a MERGE. */
    protected String mergeEnd() {
        return "";
    }

    private void requireOneBranchOfEachKind(List<MergeBranch> branches) {
        if (traits.merge() == MergeStyle.WHERE) {
            Set<Match> seen = EnumSet.noneOf(Match.class);
            if (!branches.stream().allMatch(branch -> seen.add(branch.match()))) {
                throw new UnsupportedFeatureException(
                        "several branches of one kind in MERGE",
                        traits,
                        "Set each column to a CASE expression, or execute several statements.");
            }
        }
    }

    /** {@code WHEN … THEN …}. */
    protected final void visitBranch(TableRef target, MergeBranch branch) {
        if (branch.match() == Match.NOT_MATCHED_BY_SOURCE) {
            traits.require(Feature.MERGE_NOT_MATCHED_BY_SOURCE);
        }
        Expression<Boolean> condition = branch.condition();
        boolean where = traits.merge() == MergeStyle.WHERE;
        append(" WHEN ").append(branch.match().sql());
        if (condition != null && !where) {
            append(" AND ");
            visitCondition(condition, Precedence.AND);
        }
        append(" THEN ");
        visitAction(target, branch.action());
        if (condition != null && where) {
            visitWhere(condition);
        }
    }

    private void visitAction(TableRef target, Action action) {
        switch (action) {
            case Action.Update update -> {
                requireSome(target, update.assignments());
                append("UPDATE SET ");
                visitAssignments(target, update.assignments());
            }
            case Action.Insert insert -> visitMergeInsert(target, insert.assignments());
            case Action.Delete delete -> {
                traits.require(Feature.MERGE_DELETE);
                append("DELETE");
            }
            case Action.DoNothing nothing -> {
                traits.require(Feature.MERGE_DO_NOTHING);
                append("DO NOTHING");
            }
        }
    }

    /** Errors with ALK-1227 if an UPDATE or INSERT of MERGE, or an upsert, sets no column. */
    static void requireSome(TableRef target, List<Assignment> assignments) {
        if (assignments.isEmpty()) {
            throw new CompileException(
                    "ALK-1227",
                    "Cannot compile the change of '" + target.name()
                            + "': it sets no column. Add set(column, value), or doNothing().");
        }
    }

    private void visitMergeInsert(TableRef target, List<Assignment> assignments) {
        requireSome(target, assignments);
        List<? extends ColumnRef<?>> columns =
                assignments.stream().flatMap(each -> each.columns().stream()).toList();
        append("INSERT ");
        visitColumnList(target, columns);
        append(" VALUES ");
        for (int i = 0; i < assignments.size(); i++) {
            append(i == 0 ? "(" : ", ");
            if (assignments.get(i) instanceof Assignment.OfColumn one) {
                visitAssigned(one.value());
            }
        }
        append(")");
    }
}
