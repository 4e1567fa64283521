package org.alkahest.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * SQL text cut at its {@code :name} parameters: {@code fragments[0] parameters[0] fragments[1] …}. A colon that is doubled
 * (a PostgreSQL cast) or escaped as {@code \:}, and colons in quotes and comments, are text. Immutable.
 *
 * @param tables the tables that the text was said to read or write; null where it may be any
 */
public record TextTemplate(
        List<String> fragments,
        List<Expression<?>> parameters,
        @Nullable Set<TableName> tables) implements SqlNode {
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|--[^\\n]*|(?s:/\\*.*?\\*/)"
                    + "|\\\\:|::|:([A-Za-z_][A-Za-z0-9_]*)");

    public TextTemplate {
        fragments = List.copyOf(fragments);
        parameters = List.copyOf(parameters);
        tables = tables == null ? null : Collections.unmodifiableSet(new LinkedHashSet<>(tables));
        if (fragments.size() != parameters.size() + 1) {
            throw new AlkahestArgumentException(
                    "ALK-1106",
                    "Cannot make a text template: " + parameters.size() + " parameters need " + (parameters.size() + 1)
                            + " fragments, got " + fragments.size() + ".");
        }
    }

    /** Text that may read and write any table. */
    public TextTemplate(List<String> fragments, List<Expression<?>> parameters) {
        this(fragments, parameters, null);
    }

    /** The same text, which touches these tables beside those that it was said to touch before, and no others. */
    TextTemplate touching(TableRef... more) {
        Set<TableName> all = new LinkedHashSet<>();
        if (tables != null) {
            all.addAll(tables);
        }
        for (TableRef table : more) {
            all.add(TableName.of(table));
        }
        return new TextTemplate(fragments, parameters, all);
    }

    /** Cuts text at its parameters, which are named until {@link #bind} gives them values. */
    static TextTemplate parse(String text) {
        if (text.isBlank()) {
            throw new AlkahestArgumentException("ALK-1107", "Cannot use SQL text: it is blank. Write the statement.");
        }
        List<String> fragments = new ArrayList<>();
        List<Expression<?>> parameters = new ArrayList<>();
        StringBuilder fragment = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (token.find()) {
            fragment.append(text, from, token.start());
            from = token.end();
            String name = token.group(1);
            if (name != null) {
                fragments.add(fragment.toString());
                fragment.setLength(0);
                parameters.add(new Parameter<>(name, SqlTypes.OTHER));
            } else {
                fragment.append(token.group().equals("\\:") ? ":" : token.group());
            }
        }
        fragments.add(fragment.append(text, from, text.length()).toString());
        return new TextTemplate(fragments, parameters);
    }

    /** A copy in which every parameter of a name is the expression; errors with ALK-1108 if there is none. */
    TextTemplate bind(String name, Expression<?> value) {
        Map<Integer, Expression<?>> replaced = new LinkedHashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i) instanceof Parameter<?> parameter
                    && parameter.name().equals(name)) {
                replaced.put(i, value);
            }
        }
        if (replaced.isEmpty()) {
            throw new AlkahestArgumentException(
                    "ALK-1108",
                    "Cannot bind '" + name + "': the text has no unbound parameter ':" + name
                            + "'. Write it in the text, outside quotes and comments.");
        }
        List<Expression<?>> all = new ArrayList<>(parameters);
        replaced.forEach(all::set);
        return new TextTemplate(fragments, all, tables);
    }

    @Override
    public void describe(Description description) {
        description.add(TextTemplate.class).add(fragments).children(parameters);
    }

    @Override
    public TextTemplate mapChildren(NodeMapper mapper) {
        return new TextTemplate(fragments, mapper.mapAll(parameters), tables);
    }
}
