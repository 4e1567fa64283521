package org.alkahest.compile;

import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.sql.Sql.count;
import static org.alkahest.sql.Sql.field;
import static org.alkahest.sql.Sql.function;
import static org.alkahest.sql.Sql.insert;
import static org.alkahest.sql.Sql.partitionBy;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.update;
import static org.alkahest.sql.Sql.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.alkahest.dialect.Dialect;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.DdlElement;
import org.alkahest.schema.Table;
import org.alkahest.sql.CommonTableExpression;
import org.alkahest.sql.Field;
import org.alkahest.sql.Sql;
import org.alkahest.sql.Statement;
import org.alkahest.type.AlkahestException;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every string of a user that can reach SQL, with what attackers write. A text is safe if the SQL has the same shape as
 * with a harmless text in its place: all of it stays inside one quoted name or literal. A refusal with a code is safe too.
 */
final class InjectionTest {
    private static final String HARMLESS = "a b";

    static List<String> attacks() {
        return List.of(
                "x' OR '1'='1",
                "x\" OR \"1\"=\"1",
                "x` OR `1`=`1",
                "x]] OR 1=1 --",
                "'; DROP TABLE books; --",
                "\"; DROP TABLE books; --",
                "`; DROP TABLE books; #",
                "x\\' OR 1=1 --",
                "x\\\\' OR 1=1 --",
                "\\",
                "'",
                "\"",
                "`",
                "''",
                "/* x */",
                "*/ x /*",
                "-- x",
                "# x",
                "x\n; y",
                "x\r-- y",
                "x\u0000' y",
                "x\uFF07 y", // full-width apostrophe
                "x\u02BC y", // modifier letter apostrophe
                "x\u2019 y",
                "x\uD83D\uDE00' y",
                "?",
                ":name",
                "%s {0} ${x} #{y}",
                "$$ x $$",
                "q'[ x ]'",
                "N'x",
                "E'\\x27'");
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void namesStayInsideTheirQuotes(String attack) {
        same(attack, name -> {
            Table table = table(name);
            return select(table.column("id")).from(table);
        });
        same(attack, name -> select(BOOKS.as(name).id));
        same(attack, name -> select(BOOKS.id.as(name)).orderBy(BOOKS.id.as(name)));
        same(attack, name -> {
            Table table = Table.named("t").column(name, SqlTypes.INTEGER).build();
            return select(table.column(name)).where(table.column(name).isNull());
        });
        same(attack, name -> {
            CommonTableExpression named = with(name, select(BOOKS.id));
            return select(named.column(BOOKS.id)).from(named);
        });
        same(attack, name -> select(count().over(partitionBy(BOOKS.id).as(name))));
        same(attack, name -> {
            Field<Integer> field = field(name, SqlTypes.INTEGER);
            return select(Sql.values(name, field).row(1).column(field));
        });
        same(attack, name -> select(select(BOOKS.id).asTable(name).column(BOOKS.id)));
        same(attack, name -> select(BOOKS.title.collate(name)));
        same(attack, name -> update(table(name)).setNull(table(name).column("id")));
        same(attack, name -> insert(table(name)));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void valuesNeverStandInTheText(String attack) {
        for (Dialect dialect : SqlAssert.DIALECTS) {
            for (Function<String, Statement> form : List.<Function<String, Statement>>of(
                    text -> select(BOOKS.id).where(BOOKS.title.eq(text)),
                    text -> select(BOOKS.id).where(BOOKS.title.in(text, "y")),
                    text -> select(BOOKS.id).where(BOOKS.title.startsWith(text)),
                    text -> select(BOOKS.id).where(BOOKS.title.like(text)),
                    text -> insert(BOOKS).set(BOOKS.title, text),
                    text -> update(BOOKS).set(BOOKS.title, text))) {
                assertThat(compile(dialect, form.apply(attack)))
                        .as(SqlAssert.name(dialect))
                        .isEqualTo(compile(dialect, form.apply(HARMLESS)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void literalsStayInsideTheirQuotes(String attack) {
        for (Dialect dialect : SqlAssert.DIALECTS) {
            if (attack.indexOf('\0') >= 0) {
                assertThatThrownBy(() -> display(dialect, attack)).hasMessageContaining("ALK-1204");
                assertThatThrownBy(() -> inlined(dialect, attack)).hasMessageContaining("ALK-1204");
                continue;
            }
            String harmless = display(dialect, HARMLESS);
            String attacked = display(dialect, attack);
            assertThat(shape(dialect, attacked)).as(attacked).isEqualTo(shape(dialect, harmless));
            assertThat(shape(dialect, inlined(dialect, attack))).isEqualTo(shape(dialect, inlined(dialect, HARMLESS)));
            assertThat(shape(dialect, defaulted(dialect, attack)))
                    .as(SqlAssert.name(dialect))
                    .isEqualTo(shape(dialect, defaulted(dialect, HARMLESS)));
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void functionsAreNotNamedByAttackers(String attack) {
        assertThatThrownBy(() -> function(attack, SqlTypes.TEXT))
                .isInstanceOf(AlkahestException.class)
                .hasMessageContaining("ALK-1103");
    }

    private static Table table(String name) {
        return Table.named(name).column("id", SqlTypes.INTEGER).build();
    }

    private static void same(String attack, Function<String, Statement> form) {
        for (Dialect dialect : SqlAssert.DIALECTS) {
            String attacked;
            try {
                attacked = compile(dialect, form.apply(attack));
            } catch (AlkahestException refused) {
                assertThat(refused.code()).startsWith("ALK-");
                continue;
            }
            String harmless = compile(dialect, form.apply(HARMLESS));
            assertThat(shape(dialect, attacked))
                    .as(SqlAssert.name(dialect) + ": " + attacked)
                    .isEqualTo(shape(dialect, harmless));
        }
    }

    private static String compile(Dialect dialect, Statement statement) {
        return dialect.sqlCompiler().compile(statement).sql();
    }

    private static String inlined(Dialect dialect, String text) {
        return compile(dialect, select(BOOKS.id).where(BOOKS.title.eq(Sql.inline(text))));
    }

    private static String display(Dialect dialect, String text) {
        return dialect.sqlCompiler().compileForDisplay(select(BOOKS.id).where(BOOKS.title.eq(text)));
    }

    private static String defaulted(Dialect dialect, String text) {
        Table table = Table.named("t")
                .column("a", SqlTypes.varchar(50), ColumnOptions.nullable().withDefault(Sql.value(text)))
                .build();
        return dialect.ddlCompiler().compile(new DdlElement.CreateTable(table, List.of()));
    }

    /** The SQL with every quoted name and literal as a box; text that leaves its quotes changes the shape. */
    private static String shape(Dialect dialect, String sql) {
        boolean backslashes = dialect.equals(SqlAssert.MYSQL) || dialect.equals(SqlAssert.MARIADB);
        StringBuilder shape = new StringBuilder();
        int i = 0;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == '\'' || c == dialect.traits().identifierQuote()) {
                int end = i + 1;
                while (end < sql.length()) {
                    if (backslashes && c == '\'' && sql.charAt(end) == '\\') {
                        end += 2;
                    } else if (sql.charAt(end) != c) {
                        end++;
                    } else if (end + 1 < sql.length() && sql.charAt(end + 1) == c) {
                        end += 2;
                    } else {
                        break;
                    }
                }
                assertThat(end).as("the end of the quotes in " + sql).isLessThan(sql.length());
                shape.append(c).append('□').append(c);
                i = end + 1;
            } else {
                shape.append(c);
                i++;
            }
        }
        return shape.toString();
    }
}
