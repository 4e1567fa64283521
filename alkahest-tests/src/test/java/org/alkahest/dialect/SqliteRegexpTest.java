package org.alkahest.dialect;

import static org.alkahest.sql.Sql.raw;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alkahest.engine.Connection;
import org.alkahest.sql.Expression;
import org.alkahest.sql.RowStatement;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.alkahest.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Regular expressions of Java, called by SQLite. */
final class SqliteRegexpTest {
    private static <R> @Nullable R one(DatabaseFixture database, RowStatement<R> statement) {
        try (Connection connection = database.engine().connect()) {
            return connection.execute(statement).one();
        }
    }

    private static boolean matches(DatabaseFixture database, String text, String pattern, String flags) {
        return Boolean.TRUE.equals(one(database, select(value(text).regexpLike(pattern, flags))));
    }

    @DatabaseTest("sqlite")
    void flagsMeanWhatTheyMeanElsewhere(DatabaseFixture database) {
        assertThat(matches(database, "Größe", "GRÖSSE|GRÖßE", "i")).isTrue();
        assertThat(matches(database, "Größe", "GRÖßE", "ic")).isFalse();
        assertThat(matches(database, "a\nb", "^b$", "")).isFalse();
        assertThat(matches(database, "a\nb", "^b$", "m")).isTrue();
        assertThat(matches(database, "a\nb", "a.b", "")).isFalse();
        assertThat(matches(database, "a\nb", "a.b", "n")).isTrue();
        assertThat(matches(database, "ab", "a b", "x")).isTrue();
        assertThatThrownBy(() -> matches(database, "a", "a", "z")).hasMessageContaining("unknown flag 'z'");
    }

    @DatabaseTest("sqlite")
    void nullGivesNull(DatabaseFixture database) {
        Expression<String> none = value(null, SqlTypes.TEXT);
        assertThat(one(database, select(none.regexpLike("a")))).isNull();
        assertThat(one(database, select(none.regexpReplace("a", "b")))).isNull();
    }

    @DatabaseTest("sqlite")
    void replacesWithGroups(DatabaseFixture database) {
        assertThat(one(database, select(value("2026-11-22").regexpReplace("(\\d+)-(\\d+)", "$2/$1"))))
                .isEqualTo("11/2026-22");
    }

    @DatabaseTest("sqlite")
    void aWrongPatternIsAnErrorThatShowsNoValue(DatabaseFixture database) {
        assertThatThrownBy(() -> matches(database, "secret", "private(", ""))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("Unclosed group near index 8")
                .hasMessageNotContainingAny("secret", "private");
        assertThatThrownBy(() -> one(database, select(value("a").regexpReplace("a", "$7"))))
                .hasMessageContaining("No group 7");
        assertThatThrownBy(() -> one(database, select(raw("regexp_like('a')", SqlTypes.INTEGER))))
                .hasMessageContaining("2 or 3 arguments, not 1");
    }

    @DatabaseTest("sqlite")
    void theOperatorWorksInText(DatabaseFixture database) {
        assertThat(one(database, select(raw("'apple' REGEXP '^a.*e$'", SqlTypes.INTEGER))))
                .isEqualTo(1);
        assertThat(one(database, select(raw("'apple' NOT REGEXP 'p{3}'", SqlTypes.INTEGER))))
                .isEqualTo(1);
    }
}
