package org.alkahest.dialect.oracle;

import java.util.Objects;
import org.alkahest.sql.CustomOperator.Binding;
import org.alkahest.sql.Description;
import org.alkahest.sql.Expression;
import org.alkahest.sql.ExpressionExtension;
import org.alkahest.sql.NodeMapper;
import org.alkahest.sql.RenderContext;
import org.alkahest.sql.TableRef;
import org.alkahest.sql.VendorExpression;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;

/**
 * Columns that every row of Oracle has (SQL Language Reference, "Pseudocolumns"), meant for static import; other databases
 * refuse them (ALK-1210). Those of hierarchies are in {@link ConnectBy}.
 */
public final class PseudoColumns {
    private PseudoColumns() {}

    /** {@code ROWNUM}: the number of a row, from 1, as it is found, before the query is sorted. */
    public static Expression<Integer> rownum() {
        return VendorExpression.word(OracleDialect.VENDOR, "ROWNUM", SqlTypes.INTEGER);
    }

    /** {@code ROWID}: where the row of the only table in FROM lies. */
    public static Expression<String> rowid() {
        return VendorExpression.word(OracleDialect.VENDOR, "ROWID", OracleTypes.ROWID);
    }

    /** {@code t.ROWID}: where a table's row lies. */
    public static Expression<String> rowid(TableRef table) {
        return new RowId(table);
    }

    /** {@code ORA_ROWSCN}: the system change number of the last change to the row, or to its block. */
    public static Expression<Long> rowScn() {
        return VendorExpression.word(OracleDialect.VENDOR, "ORA_ROWSCN", SqlTypes.BIGINT);
    }

    private record RowId(TableRef table) implements ExpressionExtension<String> {
        RowId {
            Objects.requireNonNull(table, "table is null");
        }

        @Override
        public SqlType<String> type() {
            return OracleTypes.ROWID;
        }

        @Override
        public Binding binding() {
            return Binding.ATOM;
        }

        @Override
        public void render(RenderContext context) {
            context.require(OracleDialect.VENDOR, "ROWID");
            context.identifier(table.correlationName()).sql(".ROWID");
        }

        @Override
        public void describe(Description description) {
            description.add(RowId.class).child(table);
        }

        @Override
        public RowId mapChildren(NodeMapper mapper) {
            return new RowId(mapper.map(table));
        }
    }
}
