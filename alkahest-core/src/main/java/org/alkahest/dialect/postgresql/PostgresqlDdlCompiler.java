package org.alkahest.dialect.postgresql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.CompileException;
import org.alkahest.compile.DdlCompiler;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.TypeCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.postgresql.Placement.StorageParameter;
import org.alkahest.dialect.postgresql.Placement.Tablespace;
import org.alkahest.dialect.postgresql.PostgresqlConstraints.Included;
import org.alkahest.dialect.postgresql.PostgresqlConstraints.NotValid;
import org.alkahest.dialect.postgresql.PostgresqlConstraints.NullsNotDistinct;
import org.alkahest.dialect.postgresql.PostgresqlConstraints.SetNull;
import org.alkahest.dialect.postgresql.PostgresqlIndexes.Concurrently;
import org.alkahest.dialect.postgresql.PostgresqlIndexes.Method;
import org.alkahest.dialect.postgresql.PostgresqlIndexes.OperatorClass;
import org.alkahest.dialect.postgresql.PostgresqlTables.AccessMethod;
import org.alkahest.dialect.postgresql.PostgresqlTables.Inherits;
import org.alkahest.dialect.postgresql.PostgresqlTables.PartitionBy;
import org.alkahest.dialect.postgresql.PostgresqlTables.Persistence;
import org.alkahest.schema.Column;
import org.alkahest.schema.ConstraintOption;
import org.alkahest.schema.DdlElement.CreateIndex;
import org.alkahest.schema.DdlElement.CreateType;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.Options;
import org.alkahest.schema.Table;
import org.alkahest.schema.TableOption;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Sql;
import org.alkahest.type.EnumType;
import org.alkahest.type.NamedType;

/** PostgreSQL's DDL (https://www.postgresql.org/docs/18/ddl.html): the standard's, and what {@link PostgresqlOptions} say. */
final class PostgresqlDdlCompiler extends DdlCompiler {
    /** Whether there are NULLS NOT DISTINCT and SET NULL of chosen columns. */
    private final boolean since15;

    private final TypeCompiler types;

    PostgresqlDdlCompiler(
            DialectTraits traits,
            IdentifierRules identifiers,
            ColumnDefinitions columns,
            Supplier<? extends SqlCompiler> sqlCompiler,
            TypeCompiler types,
            boolean since15) {
        super(traits, identifiers, columns, sqlCompiler);
        this.types = types;
        this.since15 = since15;
    }

    @Override
    protected List<NamedType> namedTypes(Column<?> column) {
        List<NamedType> all = new ArrayList<>(super.namedTypes(column));
        all.addAll(column.options().options().all(Domain.class));
        return all;
    }

    @Override
    protected String createType(CreateType element) {
        NamedType type = element.type();
        String name = identifiers.qualified(type.schema(), type.name());
        String create = switch (type) {
            case EnumType labels -> "CREATE TYPE " + name + " AS " + labels(labels);
            case Domain<?> domain -> "CREATE DOMAIN " + name + " AS " + base(domain) + check(domain);
            default -> super.createType(element);
        };
        // There is no IF NOT EXISTS for types, so the error is taken for an answer.
        return element.ifMissing()
                ? "DO '" + ("BEGIN " + create + "; EXCEPTION WHEN duplicate_object THEN NULL; END").replace("'", "''")
                        + "'"
                : create;
    }

    private String labels(EnumType type) {
        return type.labels().stream()
                .map(label -> expression(Sql.value(label)))
                .collect(Collectors.joining(", ", "ENUM (", ")"));
    }

    private String base(Domain<?> domain) {
        return types.columnType(domain.base()) + (domain.notNull() ? " NOT NULL" : "");
    }

    private String check(Domain<?> domain) {
        return domain.check() == null ? "" : " CHECK (" + condition(domain.check()) + ")";
    }

    @Override
    protected String dropType(NamedType type) {
        return "DROP " + (type instanceof Domain ? "DOMAIN" : "TYPE") + " IF EXISTS "
                + identifiers.qualified(type.schema(), type.name());
    }

    @Override
    protected String tableKind(Table table) {
        return table.tableOptions()
                .find(Persistence.class)
                .map(option -> option.word() + " TABLE ")
                .orElse("TABLE ");
    }

    @Override
    protected List<String> tableParts(Table table) {
        return table.tableOptions().all(Exclusion.class).stream()
                .map(exclusion -> exclusion(table, exclusion))
                .toList();
    }

    private String exclusion(Table table, Exclusion exclusion) {
        String keys = exclusion.elements().stream()
                .map(element -> element.key().label().orElse("expr"))
                .collect(Collectors.joining("_"));
        String name =
                exclusion.name() == null ? identifiers.shorten("ex_" + table.name() + "_" + keys) : exclusion.name();
        return named(name) + "EXCLUDE USING " + identifiers.write(exclusion.method())
                + exclusion.elements().stream()
                        .map(element -> key(element.key()) + " WITH " + element.operator())
                        .collect(Collectors.joining(", ", " (", ")"))
                + (exclusion.where() == null ? "" : " WHERE (" + condition(exclusion.where()) + ")");
    }

    @Override
    protected String tableOptions(Table table) {
        Options<TableOption> options = table.tableOptions();
        return options.find(Inherits.class)
                        .map(option -> option.parents().stream()
                                .map(this::name)
                                .collect(Collectors.joining(", ", " INHERITS (", ")")))
                        .orElse("")
                + options.find(PartitionBy.class).map(this::partition).orElse("")
                + options.find(AccessMethod.class)
                        .map(option -> " USING " + identifiers.write(option.name()))
                        .orElse("")
                + parameters(options)
                + options.find(Persistence.class).map(Persistence::onCommit).orElse("")
                + tablespace(options, " TABLESPACE ");
    }

    private String partition(PartitionBy option) {
        return option.keys().stream()
                .map(this::key)
                .collect(Collectors.joining(", ", " PARTITION BY " + option.kind() + " (", ")"));
    }

    private String parameters(Options<?> options) {
        List<StorageParameter> parameters = options.all(StorageParameter.class);
        return parameters.isEmpty()
                ? ""
                : parameters.stream()
                        .map(parameter -> parameter.name() + " = " + expression(parameter.value()))
                        .collect(Collectors.joining(", ", " WITH (", ")"));
    }

    private String tablespace(Options<?> options, String words) {
        return options.find(Tablespace.class)
                .map(option -> words + identifiers.write(option.name()))
                .orElse("");
    }

    @Override
    protected String key(String kind, List<? extends Column<?>> keys, Options<ConstraintOption> options) {
        return kind + nullsNotDistinct(options) + " " + columnList(keys)
                + options.find(Included.class)
                        .map(option -> " INCLUDE " + columnList(option.columns()))
                        .orElse("")
                + parameters(options)
                + tablespace(options, " USING INDEX TABLESPACE ");
    }

    private String nullsNotDistinct(Options<?> options) {
        if (!options.has(NullsNotDistinct.NULLS_NOT_DISTINCT)) {
            return "";
        }
        if (!since15) {
            throw new UnsupportedFeatureException(
                    "NULLS NOT DISTINCT before 15", traits, "Declare the columns NOT NULL.");
        }
        return " NULLS NOT DISTINCT";
    }

    @Override
    protected String addedConstraint(Options<ConstraintOption> options) {
        return options.has(NotValid.NOT_VALID) ? " NOT VALID" : "";
    }

    @Override
    protected String foreignKeyActions(ForeignKey key) {
        String actions = super.foreignKeyActions(key);
        return key.options()
                .find(SetNull.class)
                .map(option -> setNull(key, option, actions))
                .orElse(actions);
    }

    private String setNull(ForeignKey key, SetNull option, String actions) {
        if (key.onDelete() != ForeignKey.Action.SET_NULL) {
            throw new CompileException(
                    "ALK-1322",
                    "Cannot set columns of a foreign key on " + key.columns() + " to null: its action on delete is "
                            + key.onDelete().sql() + ". Declare SET_NULL, or leave the option out.");
        }
        if (!since15) {
            throw new UnsupportedFeatureException(
                    "ON DELETE SET NULL of chosen columns before 15", traits, "Set them to null in a trigger.");
        }
        String action = " ON DELETE SET NULL";
        return action + " " + columnList(option.columns()) + actions.substring(action.length());
    }

    /** In the transaction that creates the table it would be an error. */
    @Override
    protected String indexKind(CreateIndex element) {
        boolean concurrently = element.index().options().has(Concurrently.CONCURRENTLY) && !element.withTable();
        return super.indexKind(element) + (concurrently ? "CONCURRENTLY " : "");
    }

    @Override
    protected String dropIndex(Table table, Index index) {
        String drop = super.dropIndex(table, index);
        return index.options().has(Concurrently.CONCURRENTLY)
                ? drop.replaceFirst("DROP INDEX", "DROP INDEX CONCURRENTLY")
                : drop;
    }

    @Override
    protected String indexKeys(Index index) {
        String method = index.options()
                .find(Method.class)
                .map(option -> " USING " + identifiers.write(option.name()))
                .orElse("");
        return method + super.indexKeys(index);
    }

    @Override
    protected String indexKey(Index index, Expression<?> key) {
        List<String> words = new ArrayList<>(List.of(super.indexKey(index, key)));
        for (OperatorClass option : index.options().all(OperatorClass.class)) {
            if (option.key().equals(key)) {
                words.add(Arrays.stream(option.name().split("\\.", -1))
                        .map(identifiers::write)
                        .collect(Collectors.joining(".")));
            }
        }
        return String.join(" ", words);
    }

    @Override
    protected String indexOptions(Index index) {
        return indexIncludes(index)
                + nullsNotDistinct(index.options())
                + parameters(index.options())
                + tablespace(index.options(), " TABLESPACE ")
                + indexCondition(index);
    }

    /** CACHE 1 is none (docs/18/sql-createsequence.html). */
    @Override
    protected String sequenceCache(int numbers) {
        return " CACHE " + Math.max(1, numbers);
    }
}
