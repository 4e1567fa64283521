package org.alkahest.grammar.sqlserver;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What the manual allows and the grammar rejects. Each construct is replaced by one that the grammar knows, and then it has
 * to accept the statement: so nothing else in it goes unchecked.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/">the manual whose pages are cited</a>
 */
enum KnownRejections {
    TABLE_VARIABLE(
            "SET NOCOUNT (Transact-SQL); table (Transact-SQL); the grammar knows single statements",
            "^SET NOCOUNT ON; DECLARE @(\\w+) TABLE \\((?:(?:, )?c\\d+ [A-Z]\\w*(?:\\([\\w, ]+\\))?)+\\);"
                    + " (.*?);? SELECT c1(?:, c\\d+)* FROM @\\1; SET NOCOUNT OFF$",
            "$2",
            "SET NOCOUNT ON; DECLARE @x TABLE (c1 INTEGER, c2 DECIMAL(5, 2)); DELETE FROM t OUTPUT DELETED.a INTO @x;"
                    + " SELECT c1, c2 FROM @x; SET NOCOUNT OFF"),
    IDENTITY_INSERT(
            "SET IDENTITY_INSERT (Transact-SQL)",
            "^SET IDENTITY_INSERT (\\S+) ON; (.*?);? SET IDENTITY_INSERT \\1 OFF$",
            "$2",
            "SET IDENTITY_INSERT t ON; INSERT INTO t (id) VALUES (?); SET IDENTITY_INSERT t OFF"),
    NEXT_VALUE(
            "NEXT VALUE FOR (Transact-SQL), syntax",
            "NEXT VALUE FOR (?:\"[^\"]+\"|\\w+)(?:\\.(?:\"[^\"]+\"|\\w+))*",
            "1",
            "INSERT INTO t (a) VALUES (NEXT VALUE FOR s.\"x y\")"),
    EXTENDED_PROPERTY(
            "sp_addextendedproperty (Transact-SQL), syntax; EXECUTE (Transact-SQL)",
            "^(DECLARE @schema sysname = SCHEMA_NAME\\(\\); )?EXEC sys\\.sp_addextendedproperty"
                    + "( @\\w+ = (N'(?:[^']|'')*'|@schema),?)+$",
            "SELECT 1",
            "EXEC sys.sp_addextendedproperty @name = N'MS_Description', @value = N'it''s'"),
    COLUMNSTORE(
            "CREATE COLUMNSTORE INDEX (Transact-SQL), syntax: a clustered one without columns",
            "^CREATE (?:(?:NON)?CLUSTERED )?COLUMNSTORE INDEX (\\w+) ON (\\w+)(?: \\(\\w+\\))?$",
            "CREATE INDEX $1 ON $2 (a)",
            "CREATE CLUSTERED COLUMNSTORE INDEX ix ON t"),
    SEVERAL_TABLE_HINTS(
            "Table hints (Transact-SQL), syntax: WITH ( <table_hint> [ [ , ] ...n ] )",
            " WITH \\((UPDLOCK|REPEATABLEREAD)(?:, (?:ROWLOCK|READPAST|NOWAIT))+\\)",
            " WITH ($1)",
            "SELECT t.a FROM t AS b WITH (UPDLOCK, ROWLOCK, READPAST) WHERE b.a = ?"),
    JOIN_AFTER_TABLE_HINTS(
            "FROM (Transact-SQL), syntax: <table_source> with WITH ( <table_hint_limited> ) on either side of a join",
            " WITH \\((?:UPDLOCK|REPEATABLEREAD)\\)(?= (?:(?:LEFT |RIGHT |FULL |CROSS )?JOIN|ON) )",
            "",
            "SELECT t.a FROM t WITH (UPDLOCK) JOIN u ON u.a = t.a"),
    VALUES_IN_FROM(
            "Table Value Constructor (Transact-SQL), section C: as a derived table in FROM and in USING of MERGE",
            KnownRejections::valuesAsQuery,
            "SELECT v.a FROM (VALUES (?, upper(?)), (?, ?)) AS v (a, b)"),
    SET_OPERATION_IN_PARENTHESES(
            "Set operators - UNION (Transact-SQL), syntax: ( <query_expression> )",
            KnownRejections::withoutParentheses,
            "SELECT t.a FROM t UNION ALL (SELECT u.a FROM u EXCEPT SELECT v.a FROM v)"),
    COLLATION(
            "COLLATE (Transact-SQL), syntax: in expressions",
            " COLLATE [A-Za-z]\\w*",
            "",
            "SELECT t.a FROM t WHERE t.a COLLATE Latin1_General_CI_AS = ?"),
    DISTINCT_COUNT(
            "COUNT_BIG (Transact-SQL), syntax: DISTINCT",
            "COUNT_BIG\\(DISTINCT ",
            "count(DISTINCT ",
            "SELECT COUNT_BIG(DISTINCT t.a) FROM t"),
    NAMED_WINDOW(
            "WINDOW clause (Transact-SQL)",
            KnownRejections::withoutNamedWindows,
            "SELECT row_number() OVER w FROM t WINDOW w AS (ORDER BY t.b) ORDER BY t.a"),
    PERCENTILES(
            "PERCENTILE_CONT (Transact-SQL), syntax; PERCENTILE_DISC (Transact-SQL), syntax",
            "(?i)percentile_(?:cont|disc)\\([\\d.?]+\\) WITHIN GROUP \\(ORDER BY ([^()]*)\\) OVER \\([^()]*\\)",
            "max(x)",
            "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY t.a) OVER (PARTITION BY t.b) FROM t"),
    WINDOW_OF_OTHER_FUNCTIONS(
            "OVER clause (Transact-SQL), aggregate and ranking functions",
            KnownRejections::asRowNumber,
            "SELECT sum(t.a + coalesce(t.b, ?)) OVER (PARTITION BY t.b) FROM t"),
    STRING_AGG(
            "STRING_AGG (Transact-SQL), syntax",
            KnownRejections::withoutStringAggregates,
            "SELECT string_agg(t.a, ?) WITHIN GROUP (ORDER BY t.a) FROM t"),
    GROUPING_SETS(
            "SELECT - GROUP BY (Transact-SQL), GROUPING SETS",
            "GROUPING SETS \\((?:\\([^()]*\\)(?:, )?)+\\)",
            "ROLLUP (x)",
            "SELECT t.a, t.b FROM t GROUP BY GROUPING SETS ((t.a), (t.b), ())"),
    TABLE_SAMPLE(
            "FROM (Transact-SQL), <tablesample_clause>",
            " TABLESAMPLE SYSTEM \\([\\d.]+ PERCENT\\)(?: REPEATABLE \\(\\d+\\))?",
            "",
            "SELECT t.a FROM t TABLESAMPLE SYSTEM (10.0 PERCENT) REPEATABLE (7)"),
    CURRENT_USER("CURRENT_USER (Transact-SQL)", "(?i)\\bCURRENT_USER\\b", "t.a", "SELECT CURRENT_USER FROM t"),
    IGNORE_NULLS(
            "LAG (Transact-SQL), syntax: IGNORE NULLS",
            "\\w+\\([^()]*\\) IGNORE NULLS(?= OVER)",
            "row_number()",
            "SELECT lag(t.a) IGNORE NULLS OVER (ORDER BY t.b) FROM t"),
    WINDOW_ON_WINDOW(
            "WINDOW clause (Transact-SQL), syntax: ( [ reference_window_name ] … )",
            "OVER \\(\\w+ (?=ORDER BY)",
            "OVER (",
            "SELECT row_number() OVER (w ORDER BY t.a) FROM t"),
    COLUMNS_OF_A_TABLE_FUNCTION(
            "FROM (Transact-SQL), syntax: user_defined_function [ [ AS ] table_alias ] [ ( column_alias [ , ...n ] ) ]",
            "FROM generate_series\\([^()]*\\) AS g \\(n\\)",
            "FROM t AS g",
            "SELECT g.n FROM generate_series(?, ?) AS g (n)"),
    DATABASE_OF_A_TABLE(
            "FROM (Transact-SQL), table_or_view_name: database.schema.object_name",
            "\\b(FROM|JOIN|INTO|UPDATE) (?:\"[^\"]+\"|\\w+)\\.(?=(?:\"[^\"]+\"|\\w+)\\.)",
            "$1 ",
            "SELECT x.a FROM \"a]b\".\"c d\".t AS x"),
    SIMPLE_CASE(
            "CASE (Transact-SQL), simple expression: CASE input_expression",
            "CASE (?!WHEN )((?:(?! WHEN |CASE ).)+?) WHEN ",
            "CASE concat($1) WHEN ",
            "SELECT CASE t.a + ? WHEN ? THEN ? END FROM t"),
    LEFT("LEFT (Transact-SQL), syntax", "(?i)\\bleft\\(", "concat(", "SELECT left(t.a, ?) FROM t"),
    OUTPUT_BEFORE_FROM(
            "OUTPUT clause (Transact-SQL), example with from_table_name in UPDATE and DELETE",
            " OUTPUT (?:(?! FROM ).)+ FROM (?=.* WHERE )",
            " FROM ",
            "UPDATE t SET a = ? OUTPUT INSERTED.a FROM t, u WHERE u.b = t.b");

    private final String section;

    @SuppressWarnings("ImmutableEnumChecker") // a function of the text, without a state
    private final UnaryOperator<String> replacement;

    private final String example;

    KnownRejections(String section, UnaryOperator<String> replacement, String example) {
        this.section = section;
        this.replacement = replacement;
        this.example = example;
    }

    KnownRejections(String section, String construct, String replacement, String example) {
        this(section, sql -> Pattern.compile(construct).matcher(sql).replaceAll(replacement), example);
    }

    String section() {
        return section;
    }

    String example() {
        return example;
    }

    String replaceIn(String sql) {
        return replacement.apply(sql);
    }

    /** What is wrong with a statement; empty if the grammar accepts it, as it is or with known constructs replaced. */
    static Optional<String> complaint(String sql) {
        if (Grammar.accepts(sql)) {
            return Optional.empty();
        }
        String replaced = sql;
        for (KnownRejections known : values()) {
            replaced = known.replaceIn(replaced);
        }
        return Grammar.complaint(replaced).map(complaint -> complaint + "\n  in " + sql);
    }

    /** {@code (VALUES (a, b), (c, d)) AS v (x, y)} as {@code (SELECT a, b UNION ALL SELECT c, d) AS v}. */
    private static String valuesAsQuery(String sql) {
        String begin = "(VALUES (";
        int from = sql.indexOf(begin);
        if (from < 0) {
            return sql;
        }
        int end = closing(sql, from);
        StringBuilder query = new StringBuilder("(");
        int row = from + begin.length() - 1;
        while (row < end) {
            int rowEnd = closing(sql, row);
            query.append(query.length() == 1 ? "SELECT " : " UNION ALL SELECT ").append(sql, row + 1, rowEnd);
            row = sql.indexOf('(', rowEnd);
            row = row < 0 ? end : row;
        }
        String rest = sql.substring(end).replaceFirst("^(\\) AS \\w+) \\([^()]*\\)", "$1");
        return valuesAsQuery(sql.substring(0, from) + query + rest);
    }

    private static String withoutParentheses(String sql) {
        Pattern operator = Pattern.compile(
                "(?:(?:UNION|UNION ALL|INTERSECT|EXCEPT) |(?:AS|FROM) \\(|(?<!TOP \\(\\?)\\) )(?=\\(+SELECT )");
        var matcher = operator.matcher(sql);
        if (!matcher.find()) {
            return sql.startsWith("(")
                    ? withoutParentheses(sql.substring(1, closing(sql, 0)) + sql.substring(closing(sql, 0) + 1))
                    : sql;
        }
        int open = matcher.end();
        int close = closing(sql, open);
        return withoutParentheses(sql.substring(0, open) + sql.substring(open + 1, close) + sql.substring(close + 1));
    }

    /** {@code STRING_AGG(a, b) WITHIN GROUP (ORDER BY c)} as {@code concat(a, b)}. */
    private static String withoutStringAggregates(String sql) {
        var matcher =
                Pattern.compile("string_agg(?=\\()", Pattern.CASE_INSENSITIVE).matcher(sql);
        if (!matcher.find()) {
            return sql;
        }
        int end = closing(sql, matcher.end()) + 1;
        String rest = sql.substring(end);
        if (rest.startsWith(" WITHIN GROUP (")) {
            rest = rest.substring(closing(rest, rest.indexOf('(')) + 1);
        }
        return withoutStringAggregates(
                sql.substring(0, matcher.start()) + "concat" + sql.substring(matcher.end(), end) + rest);
    }

    private static String withoutNamedWindows(String sql) {
        int window = sql.indexOf(" WINDOW ");
        if (window < 0) {
            return sql;
        }
        int open = sql.indexOf('(', window);
        int close = closing(sql, open);
        while (sql.startsWith(", ", close + 1)) {
            close = closing(sql, sql.indexOf('(', close + 1));
        }
        String without = sql.substring(0, window) + sql.substring(close + 1);
        return without.replaceAll(" OVER (?!\\()[^ ,)]+", " OVER (ORDER BY x)");
    }

    /** Only row_number() has a window in the grammar, and wants an order in it. */
    private static String asRowNumber(String sql) {
        int over = sql.indexOf(") OVER (");
        String result = sql;
        while (over >= 0) {
            int open = opening(result, over);
            int name = open;
            while (name > 0 && (Character.isLetterOrDigit(result.charAt(name - 1)) || result.charAt(name - 1) == '_')) {
                name--;
            }
            int window = over + ") OVER ".length();
            int close = closing(result, window);
            String specification = result.substring(window + 1, close);
            boolean ordered = specification.contains("ORDER BY ");
            String replaced = "row_number() OVER (" + (ordered ? specification : "ORDER BY x") + ")";
            result = result.substring(0, name) + replaced + result.substring(close + 1);
            over = result.indexOf(") OVER (", name + replaced.length());
        }
        return result;
    }

    /** The parenthesis that closes the one at a position. */
    private static int closing(String sql, int open) {
        int depth = 0;
        for (int i = open; i < sql.length(); i++) {
            depth += sql.charAt(i) == '(' ? 1 : sql.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("No parenthesis closes that at " + open + " of " + sql);
    }

    /** The parenthesis that the one at a position closes. */
    private static int opening(String sql, int close) {
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            depth += sql.charAt(i) == ')' ? 1 : sql.charAt(i) == '(' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("No parenthesis opens that at " + close + " of " + sql);
    }
}
