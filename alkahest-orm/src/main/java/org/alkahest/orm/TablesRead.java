package org.alkahest.orm;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.alkahest.sql.ChildrenOnly;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.Description;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.TextTemplate;
import org.jspecify.annotations.Nullable;

/** The names of tables that a statement touches; raw SQL text may touch any. */
final class TablesRead implements ChildrenOnly {
    private final Set<String> names = new HashSet<>();
    private final ArrayDeque<SqlNode> queue = new ArrayDeque<>();
    private boolean any;

    TablesRead(SqlNode statement) {
        queue.add(statement);
        while (!queue.isEmpty()) {
            SqlNode node = queue.poll();
            switch (node) {
                case TableRef table -> names.add(table.name());
                case ColumnRef<?> column -> {
                    if (column.owner() instanceof TableRef table) {
                        names.add(table.name());
                    }
                }
                case TextTemplate text -> any |= !isLiteral(text);
                default -> node.describe(this);
            }
        }
    }

    /** {@code SELECT 1} inside EXISTS and the like reads nothing. */
    private static boolean isLiteral(TextTemplate text) {
        return text.parameters().isEmpty() && text.fragments().get(0).chars().allMatch(Character::isDigit);
    }

    boolean mayRead(String table) {
        return any || names.contains(table);
    }

    @Override
    public Description child(@Nullable SqlNode child) {
        if (child != null) {
            queue.add(child);
        }
        return this;
    }
}
