package org.alkahest.dialect.mysql;

import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.Precedence;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FunctionCall;
import org.alkahest.sql.JsonPath;
import org.alkahest.sql.Locking;
import org.alkahest.sql.RegexpLike;
import org.alkahest.sql.RegexpReplace;
import org.alkahest.sql.TableRef;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;

/** MariaDB's SELECT, INSERT, UPDATE and DELETE where they differ from MySQL's (10.11, "Data Manipulation"). */
final class MariadbSqlCompiler extends MysqlSqlCompiler {
    MariadbSqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** JSON is text, and there is no cast to it ("JSON Data Type"). */
    @Override
    protected String placeholder(SqlType<?> type) {
        return "?";
    }

    @Override
    protected void visitJsonPart(Expression<?> document, JsonPath path) {
        requireFindable(path);
        super.visitJsonPart(document, path);
    }

    @Override
    protected void visitJsonExists(Expression<?> document, JsonPath path) {
        requireFindable(path);
        super.visitJsonExists(document, path);
    }

    /** Its paths take a minus sign for the beginning of a number, in quotes too, and find nothing (seen in 10.11). */
    private void requireFindable(JsonPath path) {
        for (JsonPath.Step step : path.steps()) {
            if (step instanceof JsonPath.Key key && key.name().startsWith("-")) {
                throw new UnsupportedFeatureException(
                        "JSON path with a key that begins with a minus sign",
                        traits,
                        "Read the object above it and take '" + key.name() + "' in Java.");
            }
        }
    }

    /** Ranks are BIGINT ("RANK"). */
    @Override
    boolean hasUnsignedRanks() {
        return false;
    }

    @Override
    protected boolean correlatesInFrom() {
        return false;
    }

    /** Subqueries may read the table that the statement changes, since 10.3, but not where it names others (error 1093). */
    @Override
    boolean readsChangedTable(TableRef table) {
        return changesWithOthers() && super.readsChangedTable(table);
    }

    /** An alias stands in the form for several tables only. */
    @Override
    protected boolean deletesAliasFromFrom() {
        return true;
    }

    /** The words for FOR SHARE are older there ("LOCK IN SHARE MODE"). */
    @Override
    protected void visitLock(Locking lock) {
        if (lock.strength() != Locking.Strength.SHARE) {
            super.visitLock(lock);
            return;
        }
        requireLock(lock);
        append(" LOCK IN SHARE MODE");
        visitOnLocked(lock);
    }

    /** LAG and LEAD take no third argument ("LAG", "LEAD"). */
    @Override
    protected void visitFunction(FunctionCall<?> e) {
        boolean neighbour = e.name().equals("lag") || e.name().equals("lead");
        if (neighbour && e.arguments().size() > 2) {
            throw new UnsupportedFeatureException(
                    "value of " + e.name() + " where there is no row",
                    traits,
                    "Leave it out, and use coalesce(…) if the values are never NULL themselves.");
        }
        super.visitFunction(e);
    }

    /** Flags stand at the beginning of the pattern, as in {@code (?i)} ("Regular Expressions Overview"). */
    @Override
    protected void visitRegexpLike(RegexpLike e) {
        visit(e.operand(), Precedence.ADDITION);
        append(e.negated() ? " NOT REGEXP " : " REGEXP ");
        visitPattern(e.pattern(), e.flags());
    }

    /** The question mark is written as a function, so that nobody takes it for a parameter. */
    private void visitPattern(Expression<String> pattern, String flags) {
        if (flags.isEmpty()) {
            visit(pattern, Precedence.ADDITION);
        } else {
            append("concat('(', char(63), '" + flags + ")', ");
            visit(pattern);
            append(")");
        }
    }

    @Override
    protected void visitRegexpReplace(RegexpReplace e) {
        append("regexp_replace(");
        visit(e.operand());
        append(", ");
        visitPattern(e.pattern(), e.flags());
        append(", ");
        visit(e.replacement());
        append(")");
    }
}
