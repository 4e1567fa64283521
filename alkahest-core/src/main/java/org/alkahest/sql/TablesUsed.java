package org.alkahest.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tables that a statement reads and writes, wherever they stand in it: subqueries, named queries, joins along paths. A
 * written table is read as well only where a value of it is used: {@code DELETE … WHERE id = 1} reads, {@code INSERT …
 * VALUES} does not. Views, functions and triggers are not looked into. Immutable.
 *
 * @param read the tables read, in the order in which they are met
 * @param written the tables that are targets of INSERT, UPDATE and DELETE
 * @param hasText whether a part is SQL text that may read and write any table, since nobody said which
 */
public record TablesUsed(Set<TableName> read, Set<TableName> written, boolean hasText) {
    public TablesUsed {
        read = Collections.unmodifiableSet(new LinkedHashSet<>(read));
        written = Collections.unmodifiableSet(new LinkedHashSet<>(written));
    }

    /** The tables of a statement, or of a part of one. */
    public static TablesUsed of(SqlNode statement) {
        Search search = new Search();
        search.run(statement);
        return new TablesUsed(search.read, search.written, search.hasText);
    }

    private static final class Search {
        private final Set<TableName> read = new LinkedHashSet<>();
        private final Set<TableName> written = new LinkedHashSet<>();
        private final Set<SqlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final ArrayDeque<SqlNode> queue = new ArrayDeque<>();
        private boolean hasText;

        void run(SqlNode root) {
            queue.add(root);
            while (!queue.isEmpty()) {
                SqlNode node = queue.poll();
                if (seen.add(node)) {
                    visit(node);
                }
            }
        }

        private void visit(SqlNode node) {
            switch (node) {
                case TableRef table -> {
                    RowSource rows = table.rowSource();
                    read.addAll(rows == null ? Set.of(TableName.of(table)) : rows.tables());
                    ImplicitJoin join = table.implicitJoin();
                    if (join != null) {
                        queue.add(join.source());
                    }
                }
                case TextTemplate text -> {
                    Set<TableName> declared = text.tables();
                    hasText |= declared == null && !isNumber(text);
                    if (declared != null) {
                        read.addAll(declared);
                    }
                    queue.addAll(text.parameters());
                }
                case TextQuery<?> query -> queue.add(query.template()); // its selection only decodes
                case DmlStatement dml -> {
                    addWritten(dml);
                    queue.addAll(partsRead(dml));
                }
                default -> queue.addAll(node.children());
            }
        }

        /** The target, and what else columns are assigned of: an UPDATE may set columns of several tables. */
        private void addWritten(DmlStatement dml) {
            written.add(TableName.of(dml.table()));
            for (ColumnRef<?> column : dml.assignedColumns()) {
                if (column.owner() instanceof TableRef table) {
                    written.add(TableName.of(table));
                }
            }
        }

        private static List<SqlNode> partsRead(DmlStatement dml) {
            List<SqlNode> parts = new ArrayList<>(dml.children());
            removeOnce(parts, dml.table());
            dml.assignedColumns().forEach(column -> removeOnce(parts, column));
            return parts;
        }

        @SuppressWarnings("ReferenceEquality") // the very node that the statement describes
        private static void removeOnce(List<SqlNode> nodes, SqlNode node) {
            for (int i = 0; i < nodes.size(); i++) {
                if (nodes.get(i) == node) {
                    nodes.remove(i);
                    return;
                }
            }
        }

        /** {@code SELECT 1} inside EXISTS and the like reads nothing. */
        private static boolean isNumber(TextTemplate text) {
            return text.parameters().isEmpty()
                    && text.fragments().get(0).chars().allMatch(Character::isDigit);
        }
    }
}
