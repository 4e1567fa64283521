package org.alkahest.dialect.mysql;

import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.Feature;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.sql.Delete;
import org.alkahest.sql.SelectBody;
import org.alkahest.type.Codecs;
import org.jspecify.annotations.Nullable;

/** MariaDB's SELECT, INSERT, UPDATE and DELETE where they differ from MySQL's (10.11, "Data Manipulation"). */
final class MariadbSqlCompiler extends MysqlSqlCompiler {
    MariadbSqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** An alias stands in the form for several tables only. */
    @Override
    protected void visitDelete(Delete delete) {
        String alias = delete.table().alias();
        if (alias == null) {
            super.visitDelete(delete);
            return;
        }
        enter();
        enterItem(delete.table());
        append("DELETE ");
        appendIdentifier(alias);
        append(" FROM ");
        visitTable(delete.table());
        visitWhere(delete.where());
        leave();
    }

    /** The words for FOR SHARE are older there ("LOCK IN SHARE MODE"). */
    @Override
    protected void visitLocking(SelectBody.@Nullable Locking locking) {
        if (locking == null || !locking.share()) {
            super.visitLocking(locking);
            return;
        }
        traits.require(Feature.LOCK_SHARE);
        append(" LOCK IN SHARE MODE");
        append(
                switch (locking.onLocked()) {
                    case NOWAIT -> " NOWAIT";
                    case SKIP_LOCKED -> " SKIP LOCKED";
                    case WAIT -> "";
                });
    }
}
