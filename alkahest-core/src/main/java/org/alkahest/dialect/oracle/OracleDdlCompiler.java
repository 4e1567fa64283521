package org.alkahest.dialect.oracle;

import java.math.BigInteger;
import java.util.function.Supplier;
import org.alkahest.compile.ColumnDefinitions;
import org.alkahest.compile.CompileException;
import org.alkahest.compile.DdlCompiler;
import org.alkahest.compile.DialectTraits;
import org.alkahest.compile.IdentifierRules;
import org.alkahest.compile.SqlCompiler;
import org.alkahest.compile.UnsupportedFeatureException;
import org.alkahest.dialect.oracle.OracleOptions.Compress;
import org.alkahest.dialect.oracle.OracleOptions.CompressIndex;
import org.alkahest.dialect.oracle.OracleOptions.GlobalTemporary;
import org.alkahest.dialect.oracle.OracleOptions.IndexFlag;
import org.alkahest.dialect.oracle.OracleOptions.SequenceFlag;
import org.alkahest.dialect.oracle.OracleOptions.Tablespace;
import org.alkahest.dialect.oracle.OracleOptions.VectorIndex;
import org.alkahest.schema.Column;
import org.alkahest.schema.DdlElement.CreateIndex;
import org.alkahest.schema.DdlElement.DropForeignKey;
import org.alkahest.schema.ForeignKey;
import org.alkahest.schema.Index;
import org.alkahest.schema.IndexOption;
import org.alkahest.schema.Options;
import org.alkahest.schema.Sequence;
import org.alkahest.schema.SequenceOption;
import org.alkahest.schema.Table;
import org.alkahest.schema.TableOption;
import org.alkahest.sql.OrderItem;

/** Oracle's DDL (19c SQL Language Reference, "SQL Statements"). */
final class OracleDdlCompiler extends DdlCompiler {
    /** "cannot drop constraint - nonexistent constraint". */
    private static final int NO_SUCH_CONSTRAINT = -2443;

    /** How many numbers a sequence takes at a time unless told otherwise ("CREATE SEQUENCE"). */
    private static final int DEFAULT_CACHE = 20;

    OracleDdlCompiler(
            DialectTraits traits,
            IdentifierRules identifiers,
            ColumnDefinitions columns,
            Supplier<? extends SqlCompiler> sqlCompiler) {
        super(traits, identifiers, columns, sqlCompiler);
    }

    /** CREATE SCHEMA fills the schema of a user that exists ("CREATE SCHEMA"). */
    @Override
    protected String createSchema(String name) {
        throw schemaIsUser("create", name);
    }

    @Override
    protected String dropSchema(String name) {
        throw schemaIsUser("drop", name);
    }

    private UnsupportedFeatureException schemaIsUser(String verb, String name) {
        return new UnsupportedFeatureException(
                "statement to " + verb + " the schema '" + name + "': a schema is a user",
                traits,
                "Let an administrator " + verb + " the user.");
    }

    @Override
    protected String tableKind(Table table) {
        return (table.tableOptions().find(GlobalTemporary.class).isPresent() ? "GLOBAL TEMPORARY " : "")
                + super.tableKind(table);
    }

    @Override
    protected String tableOptions(Table table) {
        Options<TableOption> options = table.tableOptions();
        return options.find(GlobalTemporary.class)
                        .map(option -> " ON COMMIT " + option.onCommit().name().replace('_', ' '))
                        .orElse("")
                + tablespace(options)
                + options.find(Compress.class)
                        .map(option -> " ROW STORE COMPRESS " + option.kind())
                        .orElse("");
    }

    private String tablespace(Options<?> options) {
        return options.find(Tablespace.class)
                .map(option -> " TABLESPACE " + identifiers.write(option.name()))
                .orElse("");
    }

    @Override
    protected String indexKind(CreateIndex element) {
        Index index = element.index();
        if (index.options().find(VectorIndex.class).isPresent()) {
            requireVectorIndex(element.table(), index);
            return "VECTOR INDEX ";
        }
        if (!index.options().has(IndexFlag.BITMAP)) {
            return super.indexKind(element);
        }
        if (index.unique()) {
            throw new CompileException(
                    "ALK-1322",
                    "Cannot create a unique index on '" + element.table().name()
                            + "' that is a bitmap: a bitmap holds many rows per value. Let it be one or the other.");
        }
        return "BITMAP INDEX ";
    }

    private void requireVectorIndex(Table table, Index index) {
        traits.require(OracleDialect.VENDOR_23, "VECTOR INDEX");
        OrderItem key = index.items().getFirst();
        if (index.unique()
                || index.items().size() > 1
                || !key.equals(key.expression().asc())) {
            throw new CompileException(
                    "ALK-1322",
                    "Cannot create a vector index on '" + table.name()
                            + "' that is unique, in an order, or of several columns: it finds what is near to one"
                            + " vector. Give it one column, as column.asc().");
        }
    }

    /** "Vector Data Type": in no key, and in no index but one of vectors. */
    @Override
    protected void requireIndexable(Column<?> column, Options<?> options) {
        if (!Vectors.isVector(column.type())) {
            super.requireIndexable(column, options);
        } else if (options.find(VectorIndex.class).isEmpty()) {
            throw new CompileException(
                    "ALK-1323",
                    "Cannot put column '" + column + "' into a key or an index: it is a vector, which has no order and"
                            + " no equality. Give the index OracleOptions.vectorGraph or vectorPartitions.");
        }
    }

    private static String vectorIndex(VectorIndex option) {
        return " ORGANIZATION " + option.organization() + " DISTANCE " + option.metric() + " WITH TARGET ACCURACY "
                + option.accuracy();
    }

    @Override
    protected String indexOptions(Index index) {
        Options<IndexOption> options = index.options();
        return super.indexOptions(index)
                + options.find(VectorIndex.class)
                        .map(OracleDdlCompiler::vectorIndex)
                        .orElse("")
                + options.find(CompressIndex.class)
                        .map(option -> " COMPRESS " + option.columns())
                        .orElse("")
                + (options.has(IndexFlag.REVERSE) ? " REVERSE" : "")
                + tablespace(options);
    }

    /** An index is in the schema of its table, not in the user's. */
    @Override
    protected String indexName(Table table, String name) {
        return identifiers.qualified(table.schema(), name);
    }

    /** Nulls are greatest in an index, and nothing else can be said ("CREATE INDEX", index_expr). */
    @Override
    protected String indexItem(Index index, OrderItem item) {
        boolean descending = item.direction() == OrderItem.Direction.DESC;
        OrderItem.Nulls natural = descending ? OrderItem.Nulls.FIRST : OrderItem.Nulls.LAST;
        if (item.nulls() != OrderItem.Nulls.DEFAULT && item.nulls() != natural) {
            throw new UnsupportedFeatureException(
                    "place of NULL in an index but the greatest", traits, "Leave nullsFirst() or nullsLast() out.");
        }
        return super.indexItem(index, new OrderItem(item.expression(), item.direction(), OrderItem.Nulls.DEFAULT));
    }

    /** There is ON DELETE CASCADE and SET NULL; RESTRICT is what happens without ("references_clause"). */
    @Override
    protected String foreignKeyActions(ForeignKey key) {
        if (key.onUpdate() != ForeignKey.Action.NO_ACTION && key.onUpdate() != ForeignKey.Action.RESTRICT) {
            throw new UnsupportedFeatureException(
                    "ON UPDATE of foreign keys", traits, "Keep keys that never change, or update the rows yourself.");
        }
        return switch (key.onDelete()) {
            case NO_ACTION, RESTRICT -> "";
            case CASCADE, SET_NULL -> " ON DELETE " + key.onDelete().sql();
            case SET_DEFAULT ->
                throw new UnsupportedFeatureException(
                        "ON DELETE SET DEFAULT", traits, "Use SET NULL, or update the rows before the delete.");
        };
    }

    /** There is no IF EXISTS for constraints, so the error is taken for an answer. */
    @Override
    protected String dropForeignKey(DropForeignKey element) {
        String drop = "ALTER TABLE " + name(element.table()) + " DROP CONSTRAINT "
                + identifiers.write(names.foreignKey(element.table(), element.key()));
        return "BEGIN EXECUTE IMMEDIATE '" + drop.replace("'", "''") + "'; EXCEPTION WHEN OTHERS THEN IF SQLCODE <> "
                + NO_SUCH_CONSTRAINT + " THEN RAISE; END IF; END;";
    }

    /** "CREATE SEQUENCE": one that cycles wants both limits (ORA-04014, ORA-04015), and no more in the cache than a round has. */
    @Override
    protected Sequence complete(Sequence sequence) {
        Sequence complete = super.complete(sequence);
        if (!complete.cycles()) {
            return complete;
        }
        boolean ascends = complete.increment() > 0;
        Long least = complete.least();
        Long greatest = complete.greatest();
        long from = least == null ? (ascends ? 1 : Long.MIN_VALUE) : least;
        long to = greatest == null ? (ascends ? Long.MAX_VALUE : -1) : greatest;
        complete = ascends ? complete.maxValue(to) : complete.minValue(from);
        BigInteger round = BigInteger.valueOf(to)
                .subtract(BigInteger.valueOf(from))
                .divide(BigInteger.valueOf(complete.increment()).abs());
        boolean few = round.compareTo(BigInteger.valueOf(DEFAULT_CACHE)) <= 0;
        return complete.cache() == null && few ? complete.cache(0) : complete;
    }

    @Override
    protected String sequenceCache(int numbers) {
        return numbers <= 1 ? " NOCACHE" : super.sequenceCache(numbers);
    }

    @Override
    protected String sequenceOptions(Options<SequenceOption> options) {
        return options.has(SequenceFlag.ORDER) ? " ORDER" : "";
    }

    /** IF EXISTS came with 23ai. */
    @Override
    protected String dropSequence(Sequence sequence) {
        return "DROP SEQUENCE " + name(sequence);
    }
}
