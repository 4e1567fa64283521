package org.alkahest.compile;

import java.util.List;
import org.alkahest.compile.Compiled.OutputColumn;
import org.alkahest.sql.ColumnRef;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.DmlStatement;
import org.alkahest.sql.Expression;
import org.alkahest.sql.FromItem;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.QueryExpression;
import org.alkahest.sql.RenderContext;
import org.alkahest.sql.Returning;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.Statement;
import org.alkahest.sql.TextQuery;
import org.alkahest.sql.TextStatement;
import org.alkahest.sql.TextTemplate;
import org.alkahest.type.Codecs;
import org.alkahest.type.ExtensionPoint;
import org.alkahest.type.SqlType;
import org.alkahest.type.Vendor;
import org.jspecify.annotations.Nullable;

/** Compiles one statement to SQL in the standard's words; dialects override small hooks. One instance per compilation. */
@ExtensionPoint("one subclass per dialect")
public class SqlCompiler extends DmlCompiler {
    public SqlCompiler(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        super(traits, identifiers, types, codecs);
    }

    /** The compiled form of a statement. Errors with codes ALK-12xx; sends nothing. */
    public final Compiled compile(Statement statement) {
        return compile(statement, StatementKey.walk(statement));
    }

    /** As the other, for a statement that has been walked already. */
    public final Compiled compile(Statement statement, StatementKey.Walk walk) {
        begin(walk);
        visitStatement(statement);
        List<OutputColumn> columns =
                statement instanceof RowStatement<?> rows ? outputColumns(rows.selection()) : List.of();
        return new Compiled(text(), binds(), columns, isCacheable(), warnings());
    }

    /** An expression as SQL text without parameters, its columns unqualified: for defaults and indexes in DDL. */
    public final String compileForDdl(Expression<?> expression) {
        writeValuesAsLiterals();
        visit(expression);
        return text();
    }

    /** The same for a condition: for checks in DDL. */
    public final String compileConditionForDdl(Expression<Boolean> condition) {
        writeValuesAsLiterals();
        visitCondition(condition);
        return text();
    }

    /** A statement as SQL text with its values written into it: for people to read, never to send. */
    public final String compileForDisplay(Statement statement) {
        writeForDisplay();
        begin(statement);
        visitStatement(statement);
        return text();
    }

    /** The whole of a statement; a dialect may have something to say before and after it. */
    protected void visitStatement(Statement statement) {
        List<CommonTableExpression> named = CommonTableExpressions.in(statement);
        switch (statement) {
            case DmlStatement dml -> visitWithOf(dml, named);
            case Returning<?> returning -> visitWithOf(returning.statement(), named);
            case QueryExpression<?> query -> visitWith(named);
            case TextQuery<?> text -> visitWith(named);
            case TextStatement text -> visitWith(named);
        }
        switch (statement) {
            case QueryExpression<?> query -> visitQuery(query);
            case Returning<?> returning -> visitReturning(returning);
            case TextQuery<?> text -> visitTemplate(text.template());
            case TextStatement text -> visitTemplate(text.template());
            case DmlStatement dml -> visitDml(dml);
        }
    }

    /**
     * The next number of a sequence (SQL:2023 part 2, 6.14).
     *
     * @param sequence its name as it is written
     */
    protected void visitNextValue(String sequence) {
        append("NEXT VALUE FOR ").append(sequence);
    }

    @Override
    final RenderContext renderContext(SqlNode node) {
        return new NodeContext(node);
    }

    private final class NodeContext implements RenderContext {
        private final SqlNode node;
        private int values;

        NodeContext(SqlNode node) {
            this.node = node;
        }

        @Override
        public RenderContext require(Vendor vendor, String construct) {
            traits.require(vendor, construct);
            return this;
        }

        @Override
        public String dialect() {
            return traits.dialect();
        }

        @Override
        public RenderContext sql(String text) {
            append(text);
            return this;
        }

        @Override
        public RenderContext node(SqlNode child) {
            switch (child) {
                case Expression<?> expression -> visit(expression, Precedence.UNARY);
                case QueryExpression<?> query -> visitQuery(query);
                case FromItem item -> visitFromItem(item);
                case TextTemplate template -> visitTemplate(template);
                case OrderItem item -> visitOrderItem(item);
                default ->
                    throw new CompileException(
                            "ALK-1228",
                            "Cannot render " + child.getClass().getSimpleName()
                                    + " inside an extension: it is neither expression, query nor FROM item."
                                    + " Render its parts.");
            }
            return this;
        }

        @Override
        public RenderContext argument(Expression<?> expression) {
            visit(expression);
            return this;
        }

        @Override
        public RenderContext condition(Expression<Boolean> condition) {
            visitCondition(condition);
            return this;
        }

        @Override
        public RenderContext identifier(String name) {
            appendIdentifier(name);
            return this;
        }

        @Override
        public RenderContext nextValue(@Nullable String schema, String sequence) {
            traits.require(Feature.SEQUENCES);
            visitNextValue(identifiers.qualified(schema, sequence));
            return this;
        }

        @Override
        public RenderContext column(ColumnRef<?> column) {
            visitColumn(column);
            return this;
        }

        @Override
        public RenderContext value(SqlType<?> type, @Nullable Object value) {
            addParameter(node, values, type, value);
            values++;
            return this;
        }
    }
}
