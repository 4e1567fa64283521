package org.alkahest.dialect.mysql;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.CompileException;
import org.alkahest.compile.DdlCompiler;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.mysql.MysqlOptions.IndexKind;
import org.alkahest.dialect.mysql.MysqlOptions.Parser;
import org.alkahest.dialect.mysql.MysqlOptions.Prefix;
import org.alkahest.dialect.mysql.MysqlOptions.TableValue;
import org.alkahest.dialect.mysql.MysqlOptions.TableWord;
import org.alkahest.dialect.mysql.MysqlOptions.Using;
import org.alkahest.schema.Column;
import org.alkahest.schema.ColumnOptions.Identity;
import org.alkahest.schema.ConstraintOption;
import org.alkahest.schema.DdlElement.CreateIndex;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.DdlElement.DropForeignKey;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.Options;
import org.alkahest.schema.Table;
import org.alkahest.sql.Expression;
import org.alkahest.sql.OrderItem;
import org.alkahest.sql.Sql;

/** MySQL's DDL (https://dev.mysql.com/doc/refman/9.7/en/sql-data-definition-statements.html). */
class MysqlDdlCompiler extends DdlCompiler {
    MysqlDdlCompiler(
            DialectTraits traits,
            IdentifierRules identifiers,
            ColumnDefinitions columns,
            Supplier<? extends SqlCompiler> sqlCompiler) {
        super(traits, identifiers, columns, sqlCompiler);
    }

    @Override
    protected String createTable(CreateTable element) {
        element.table().foreignKeys().forEach(this::requireActions);
        return super.createTable(element);
    }

    @Override
    protected String tableOptions(Table table) {
        StringBuilder sql = new StringBuilder();
        for (TableWord option : table.tableOptions().all(TableWord.class)) {
            sql.append(' ').append(option.name()).append(" = ").append(option.value());
        }
        for (TableValue option : table.tableOptions().all(TableValue.class)) {
            sql.append(' ').append(option.name()).append(" = ").append(expression(option.value()));
        }
        if (table.tableComment() != null) {
            sql.append(" COMMENT = ").append(expression(Sql.value(table.tableComment())));
        }
        return sql.append(autoIncrement(table)).toString();
    }

    /** An index on the beginning of values, or on words, takes any length. */
    @Override
    protected void requireIndexable(Column<?> column, Options<?> options) {
        if (prefix(column, options).isEmpty() && options.find(IndexKind.class).isEmpty()) {
            super.requireIndexable(column, options);
        }
    }

    private static String prefix(Expression<?> key, Options<?> options) {
        for (Prefix option : options.all(Prefix.class)) {
            if (option.column().equals(key)) {
                return "(" + option.length() + ")";
            }
        }
        return "";
    }

    @Override
    protected String key(String kind, List<? extends Column<?>> keys, Options<ConstraintOption> options) {
        return kind
                + using(options)
                + keys.stream()
                        .map(column -> identifiers.write(column.name()) + prefix(column, options))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String using(Options<?> options) {
        return options.find(Using.class)
                .map(option -> " USING " + option.type())
                .orElse("");
    }

    @Override
    protected String indexKind(CreateIndex element) {
        Index index = element.index();
        Optional<IndexKind> kind = index.options().find(IndexKind.class);
        if (kind.isPresent() && index.unique()) {
            throw new CompileException(
                    "ALK-1322",
                    "Cannot create a unique index on '" + element.table().name() + "' that is " + kind.get()
                            + ": such an index compares no values. Let it be one or the other.");
        }
        return kind.map(words -> words + " INDEX ").orElse(super.indexKind(element));
    }

    @Override
    protected String indexKey(Index index, Expression<?> key) {
        return super.indexKey(index, key) + prefix(key, index.options());
    }

    @Override
    protected String indexOptions(Index index) {
        return super.indexOptions(index)
                + using(index.options())
                + index.options()
                        .find(Parser.class)
                        .map(option -> " WITH PARSER " + identifiers.write(option.name()))
                        .orElse("");
    }

    /** InnoDB has no SET DEFAULT (15.1.24.5). */
    private void requireActions(ForeignKey key) {
        if (key.onDelete() == ForeignKey.Action.SET_DEFAULT || key.onUpdate() == ForeignKey.Action.SET_DEFAULT) {
            throw new UnsupportedFeatureException("SET DEFAULT in foreign keys", traits, "Use SET NULL or CASCADE.");
        }
    }

    private static String autoIncrement(Table table) {
        for (Column<?> column : table.columns()) {
            Identity identity = column.options().identity();
            if (identity != null && identity.start() != 1) {
                return " AUTO_INCREMENT = " + identity.start();
            }
        }
        return "";
    }

    @Override
    protected String dropForeignKey(DropForeignKey element) {
        return "ALTER TABLE " + name(element.table()) + " DROP FOREIGN KEY "
                + identifiers.write(names.foreignKey(element.table(), element.key()));
    }

    /** An index is its table's, not the schema's. */
    @Override
    protected String dropIndex(Table table, Index index) {
        return "DROP INDEX " + identifiers.write(names.index(table, index)) + " ON " + name(table);
    }

    @Override
    protected String indexItem(Index index, OrderItem item) {
        if (item.nulls() != OrderItem.Nulls.DEFAULT) {
            throw new UnsupportedFeatureException(
                    "NULLS FIRST or LAST in an index", traits, "Leave it out; NULLs come first in ascending order.");
        }
        return super.indexItem(index, item);
    }
}
