package org.alkahest.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.alkahest.sql.CustomOperator.Binding;
import org.alkahest.sql.Expression;
import org.alkahest.sql.Sql;
import org.alkahest.sql.VendorExpression;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.alkahest.type.VendorType;

/**
 * PostgreSQL's full-text search (docs/18/textsearch.html and functions-textsearch.html), meant for static import; other
 * databases refuse it (ALK-1210). {@link Expression#match(String)} is what databases share.
 *
 * <p>A configuration such as {@code english} is a part of the statement and not a parameter, because an index is used only
 * where its own expression stands in the query. It is a name, with its schema or without (else ALK-1444). Without one the
 * connection's {@code default_text_search_config} counts.
 */
public final class FullText {
    public static final SqlType<TsVector> TSVECTOR = SqlTypes.vendor(
                    VendorType.cast(PostgresqlDialect.VENDOR, "TSVECTOR"))
            .as(TsVector.class, TsVector::text, TsVector::new);
    public static final SqlType<TsQuery> TSQUERY = SqlTypes.vendor(VendorType.cast(PostgresqlDialect.VENDOR, "TSQUERY"))
            .as(TsQuery.class, TsQuery::text, TsQuery::new);

    private static final Pattern CONFIGURATION = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

    private FullText() {}

    /** {@code vector @@ query}: whether the document has what the query asks for. */
    public static Expression<Boolean> matches(Expression<TsVector> vector, Expression<TsQuery> query) {
        return VendorExpression.condition(PostgresqlDialect.VENDOR, vector, "@@", query);
    }

    /** The words of a text, by the connection's configuration; not of an index, which names its own. */
    public static Expression<TsVector> toTsVector(Expression<?> text) {
        return call("to_tsvector", TSVECTOR, text);
    }

    /** {@code to_tsvector('english', text)}: the words of a text. */
    public static Expression<TsVector> toTsVector(String configuration, Expression<?> text) {
        return call("to_tsvector", configuration, TSVECTOR, List.of(text));
    }

    /** {@code to_tsquery('english', query)}: words with {@code &}, {@code |}, {@code !} and {@code <->} between them. */
    public static Expression<TsQuery> toTsQuery(String configuration, String query) {
        return call("to_tsquery", configuration, TSQUERY, List.of(Sql.value(query)));
    }

    /** {@code plainto_tsquery('english', words)}: all of the words. */
    public static Expression<TsQuery> plainToTsQuery(String configuration, String words) {
        return call("plainto_tsquery", configuration, TSQUERY, List.of(Sql.value(words)));
    }

    /** {@code phraseto_tsquery('english', phrase)}: the words one after the other. */
    public static Expression<TsQuery> phraseToTsQuery(String configuration, String phrase) {
        return call("phraseto_tsquery", configuration, TSQUERY, List.of(Sql.value(phrase)));
    }

    /** {@code websearch_to_tsquery('english', query)}: as in search engines, with quotes, OR and minus; never fails. */
    public static Expression<TsQuery> websearchToTsQuery(String configuration, String query) {
        return call("websearch_to_tsquery", configuration, TSQUERY, List.of(Sql.value(query)));
    }

    /** {@code vector || other}: both documents as one, the second after the first. */
    public static Expression<TsVector> concat(Expression<TsVector> vector, Expression<TsVector> other) {
        return VendorExpression.operator(PostgresqlDialect.VENDOR, vector, "||", other, TSVECTOR);
    }

    /** {@code query && other}: what both ask for. */
    public static Expression<TsQuery> and(Expression<TsQuery> query, Expression<TsQuery> other) {
        return VendorExpression.operator(PostgresqlDialect.VENDOR, query, "&&", other, TSQUERY);
    }

    /** {@code query || other}: what either asks for. */
    public static Expression<TsQuery> or(Expression<TsQuery> query, Expression<TsQuery> other) {
        return VendorExpression.operator(PostgresqlDialect.VENDOR, query, "||", other, TSQUERY);
    }

    /** {@code !!query}: all but what the query asks for. */
    public static Expression<TsQuery> not(Expression<TsQuery> query) {
        return new VendorExpression<>(
                PostgresqlDialect.VENDOR, List.of("!!", ""), List.of(query), TSQUERY, Binding.UNKNOWN);
    }

    /** The document with its words marked by a weight, from {@code A}, the most, to {@code D} (else ALK-1445). */
    public static Expression<TsVector> setWeight(Expression<TsVector> vector, char weight) {
        if (weight < 'A' || weight > 'D') {
            throw new AlkahestArgumentException(
                    "ALK-1445",
                    "Cannot set the weight '" + weight + "': weights of full-text search are A, B, C and D."
                            + " Give one of them.");
        }
        return new VendorExpression<>(
                PostgresqlDialect.VENDOR,
                List.of("setweight(", ", '" + weight + "')"),
                List.of(vector),
                TSVECTOR,
                Binding.ATOM);
    }

    /** How well the document matches, by the frequency of words. */
    public static Expression<Float> rank(Expression<TsVector> vector, Expression<TsQuery> query) {
        return call("ts_rank", SqlTypes.REAL, vector, query);
    }

    /** How well the document matches, by how near to one another its words stand. */
    public static Expression<Float> rankCoverDensity(Expression<TsVector> vector, Expression<TsQuery> query) {
        return call("ts_rank_cd", SqlTypes.REAL, vector, query);
    }

    /** {@code ts_headline('english', text, query)}: the parts of a text that match, its words marked. */
    public static Expression<String> headline(String configuration, Expression<?> text, Expression<TsQuery> query) {
        return call("ts_headline", configuration, SqlTypes.TEXT, List.of(text, query));
    }

    /** The same with options, such as {@code StartSel=<em>, StopSel=</em>, MaxWords=20}. */
    public static Expression<String> headline(
            String configuration, Expression<?> text, Expression<TsQuery> query, String options) {
        return call("ts_headline", configuration, SqlTypes.TEXT, List.of(text, query, Sql.value(options)));
    }

    private static <T> Expression<T> call(
            String name, String configuration, SqlType<T> type, List<Expression<?>> arguments) {
        if (!CONFIGURATION.matcher(configuration).matches()) {
            throw new AlkahestArgumentException(
                    "ALK-1444",
                    "Cannot use the configuration '" + configuration
                            + "' of full-text search: its name is letters, digits and underscores, with a schema or"
                            + " without. Give a name such as english.");
        }
        List<String> fragments = new ArrayList<>();
        fragments.add(name + "('" + configuration + "', ");
        for (int i = 1; i < arguments.size(); i++) {
            fragments.add(", ");
        }
        fragments.add(")");
        return new VendorExpression<>(PostgresqlDialect.VENDOR, fragments, arguments, type, Binding.ATOM);
    }

    private static <T> Expression<T> call(String name, SqlType<T> type, Expression<?>... arguments) {
        return VendorExpression.call(PostgresqlDialect.VENDOR, name, type, arguments);
    }
}
