package org.alkahest.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.alkahest.compile.Compiled.Bind;
import org.alkahest.sql.Parameter;
import org.alkahest.sql.SqlNode;
import org.alkahest.sql.TableRef;
import org.alkahest.type.Codecs;
import org.alkahest.type.SqlType;
import org.alkahest.type.VendorType;
import org.jspecify.annotations.Nullable;

/** The state of one compilation: text so far, binds so far, and which tables are in scope. One thread at a time. */
abstract class CompileContext {
    protected final DialectTraits traits;
    protected final IdentifierRules identifiers;
    protected final TypeCompiler types;
    protected final Codecs codecs;
    private final StringBuilder sql = new StringBuilder(256);
    private final List<Bind> binds = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private StatementKey.@Nullable Walk walk;
    private boolean padLists;
    private boolean literalValues;
    private boolean display;
    private boolean cacheable = true;
    private int bindParameters;

    CompileContext(DialectTraits traits, IdentifierRules identifiers, TypeCompiler types, Codecs codecs) {
        this.traits = traits;
        this.identifiers = identifiers;
        this.types = types;
        this.codecs = codecs;
    }

    final void begin(SqlNode statement) {
        begin(StatementKey.walk(statement));
    }

    final void begin(StatementKey.Walk statement) {
        walk = statement;
        padLists = statement.values().size() <= traits.maxParameters();
        cacheable = padLists && statement.isComplete(); // the key tells lists by their padded sizes
    }

    /** How many placeholders an IN list gets: padded, unless that could be more than the database allows. */
    final int listSize(int values) {
        return padLists ? StatementKey.padded(values) : values;
    }

    /** The tables that join themselves, whose columns the statement uses. */
    protected final Set<TableRef> implicitTables() {
        StatementKey.Walk known = walk;
        return known == null ? Set.of() : known.implicitTables();
    }

    /** Writes values into the text instead of placeholders, for DDL, which takes no parameters. */
    final void writeValuesAsLiterals() {
        literalValues = true;
    }

    /** As {@link #writeValuesAsLiterals}, for people to read: a parameter that has no value yet keeps its name. */
    final void writeForDisplay() {
        literalValues = true;
        display = true;
    }

    /** Writes the values of a part into the text, where the database takes no parameters; they must be in the key. */
    final void withValuesAsLiterals(Runnable part) {
        boolean before = literalValues;
        literalValues = true;
        part.run();
        literalValues = before;
    }

    /** As {@link #withValuesAsLiterals} for values that are not in the key: the compiled statement is not kept. */
    protected final void withValuesInText(Runnable part) {
        cacheable = false;
        withValuesAsLiterals(part);
    }

    /** Whether the statement names a node with a value in its description. */
    protected final boolean isNamed(SqlNode node) {
        StatementKey.Walk known = walk;
        return known != null && known.isNamed(node);
    }

    /** Whether statements of the same structure have the same text. */
    final boolean isCacheable() {
        return cacheable;
    }

    protected final CompileContext append(String text) {
        sql.append(text);
        return this;
    }

    protected final void appendIdentifier(String name) {
        sql.append(identifiers.write(name));
    }

    /** Adds a placeholder for a node's first value, or its literal. */
    protected final void addParameter(SqlNode node, SqlType<?> type, @Nullable Object value) {
        addParameter(node, 0, type, value);
    }

    /** Adds a placeholder for a parameter whose value is given at execution, and which the text therefore cannot hold. */
    protected final void addNamedParameter(Parameter<?> parameter) {
        if (display) {
            append(":").append(parameter.name());
        } else if (literalValues) {
            throw new CompileException(
                    "ALK-1256",
                    "Cannot compile the parameter '" + parameter.name()
                            + "': it has no value yet, and stands where values are a part of the text. Give the value"
                            + " itself, as a literal.");
        } else {
            addParameter(parameter, parameter.type(), null);
        }
    }

    protected final void addParameter(SqlNode node, int offset, SqlType<?> type, @Nullable Object value) {
        traits.require(type);
        VendorType vendor = type.vendor();
        boolean cast = vendor != null && vendor.castsParameters();
        if (literalValues) {
            String text = value == null ? "NULL" : literal(type, value);
            append(cast ? cast(text, type) : text);
            return;
        }
        bindParameters++;
        if (bindParameters > traits.maxParameters()) {
            throw new UnsupportedFeatureException(
                    "room for more than " + traits.maxParameters() + " bind parameters in one statement",
                    traits,
                    "Split the statement, or use a subquery in place of a long list.");
        }
        append(cast ? cast("?", type) : placeholder(type));
        StatementKey.Walk known = walk;
        if (known == null) {
            throw new IllegalStateException("begin was not called");
        }
        binds.add(new Bind(known.slotOf(node) + offset, type, codecs.codec(type)));
    }

    /** A value, or the placeholder of one, as a type of its vendor that parameters are cast to. */
    protected String cast(String value, SqlType<?> type) {
        return "CAST(" + value + " AS " + types.castType(type) + ")";
    }

    /** A value of a type as SQL text; an array as its elements, each for itself. */
    private String literal(SqlType<?> type, Object value) {
        Object stored = Literals.stored(type, value);
        SqlType<?> element = type.element();
        if (element == null || !(stored instanceof List<?> list)) {
            return literal(stored);
        }
        StringJoiner elements = new StringJoiner(", ");
        for (Object each : list) {
            elements.add(each == null ? "NULL" : literal(element, each));
        }
        return "CAST(ARRAY[" + elements + "] AS " + arrayType(type) + ")";
    }

    /** An array's type for a cast that must not cut or round its elements. */
    protected String arrayType(SqlType<?> array) {
        return types.castType(array);
    }

    /** A value as SQL text, after the conversions of its type. */
    protected String literal(Object stored) {
        return Literals.write(stored, traits);
    }

    /** The placeholder of a parameter; a dialect may have to cast it. */
    protected String placeholder(SqlType<?> type) {
        return "?";
    }

    /** Notes something that is legal but hardly meant. */
    protected final void warn(@Nullable String warning) {
        if (warning != null) {
            warnings.add(warning);
        }
    }

    final List<String> warnings() {
        return warnings;
    }

    final String text() {
        return sql.toString();
    }

    final List<Bind> binds() {
        return binds;
    }
}
