package org.alkahest.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.ExpressionExtension;
import org.alkahest.sql.FromExtension;
import org.alkahest.sql.Rewrite;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.TableRef;

/** Rebuilds a statement node by node, and asserts that nothing was forgotten and nothing left as it was. */
final class IdentityRewrite {
    private IdentityRewrite() {}

    static <N extends SqlNode> N of(N statement) {
        N rebuilt = Rewrite.identity().apply(statement);
        assertThat(StatementKey.isSame(rebuilt, statement))
                .as("the rebuilt statement is the same, but it is\n%s\nfrom\n%s", rebuilt, statement)
                .isTrue();
        assertThat(rebuilt).isEqualTo(statement);
        Set<SqlNode> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        nodes.addAll(statement.descendants());
        assertThat(rebuilt.descendants())
                .as("nodes that mapChildren did not rebuild")
                .filteredOn(node -> nodes.contains(node) && !staysItself(node))
                .isEmpty();
        return rebuilt;
    }

    /** Tables, their columns and extensions without children stand for themselves. */
    private static boolean staysItself(SqlNode node) {
        return switch (node) {
            case ColumnRef<?> column -> column.owner() instanceof TableRef;
            case ExpressionExtension<?> extension -> extension.children().isEmpty();
            case FromExtension item -> item.children().isEmpty();
            default -> false;
        };
    }
}
