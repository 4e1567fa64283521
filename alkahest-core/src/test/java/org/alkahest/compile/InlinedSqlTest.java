package org.alkahest.compile;

import static org.alkahest.compile.Library.BOOKS;
import static org.alkahest.compile.SqlAssert.assertSql;
import static org.alkahest.compile.SqlAssert.everywhere;
import static org.alkahest.compile.SqlAssert.on;
import static org.alkahest.sql.Sql.coalesce;
import static org.alkahest.sql.Sql.inline;
import static org.alkahest.sql.Sql.select;
import static org.alkahest.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alkahest.sql.Statement;
import org.alkahest.type.AlkahestArgumentException;
import org.alkahest.type.SqlType;
import org.alkahest.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Values in the text of a statement. */
final class InlinedSqlTest {
    @Test
    @SuppressWarnings("unchecked") // in(…) of expressions has an array of a generic type
    void writesValuesIntoTheText() {
        assertSql(
                select(BOOKS.id).where(BOOKS.title.eq(inline("it's")).and(BOOKS.pages.gt(3))),
                on("sqlserver", "SELECT books.id FROM books WHERE books.title = N'it''s' AND books.pages > ?", 3),
                everywhere("SELECT books.id FROM books WHERE books.title = 'it''s' AND books.pages > ?", 3));
        assertSql(
                select(BOOKS.id).where(BOOKS.id.in(inline(1), inline(2))),
                everywhere("SELECT books.id FROM books WHERE books.id IN (1, 2)"));
        assertSql(
                select(BOOKS.pages.minus(inline(-5)), inline(null, SqlTypes.INTEGER)),
                everywhere("SELECT books.pages - (-5), NULL FROM books"));
        assertSql(
                select(inline(LocalDate.of(2026, 1, 2)), inline(true)),
                on("sqlite", "SELECT '2026-01-02', 1"),
                on("oracle", "SELECT DATE '2026-01-02', 1 FROM DUAL"),
                on("sqlserver", "SELECT CAST('2026-01-02' AS DATE), 1"),
                everywhere("SELECT DATE '2026-01-02', TRUE"));
    }

    @Test
    void writesNoTwoMinusSignsSideBySide() {
        for (Number number : List.of(-5, -0.0d, new BigDecimal("-1E-400"))) {
            assertThat(SqlAssert.POSTGRESQL.print(
                            select(inline(number, typeOf(number)).negate())))
                    .startsWith("SELECT -(-");
        }
    }

    @SuppressWarnings("unchecked") // the type of its class
    private static SqlType<Number> typeOf(Number number) {
        return (SqlType<Number>) (SqlType<?>) SqlTypes.of(number.getClass());
    }

    @Test
    void saysTheTypeWhereTextWouldNotDo() {
        UUID id = new UUID(1, 2);
        assertThat(SqlAssert.POSTGRESQL.print(select(inline(id))))
                .isEqualTo("SELECT CAST('00000000-0000-0001-0000-000000000002' AS UUID)");
    }

    @Test
    void refusesAnExpressionAsAValue() {
        assertThatThrownBy(() -> coalesce(value("a"), value("b")))
                .isInstanceOfSatisfying(
                        AlkahestArgumentException.class,
                        e -> assertThat(e.code()).isEqualTo("ALK-1129"));
    }

    @Test
    void keepsNoCompiledFormWithAValueInIt() {
        Statement inlined = select(BOOKS.id).where(BOOKS.pages.gt(inline(3)));
        assertThat(SqlAssert.POSTGRESQL.sqlCompiler().compile(inlined).cacheable())
                .isFalse();
        assertThat(StatementKey.isSame(inlined, select(BOOKS.id).where(BOOKS.pages.gt(inline(4)))))
                .isFalse();
        assertThat(StatementKey.isSame(inlined, select(BOOKS.id).where(BOOKS.pages.gt(inline(3)))))
                .isTrue();
    }

    @Test
    void refusesWhatHasNoLiteral() {
        assertThatThrownBy(() -> SqlAssert.POSTGRESQL.sqlCompiler().compile(select(inline(Double.NaN))))
                .isInstanceOfSatisfying(
                        AlkahestArgumentException.class,
                        e -> assertThat(e.code()).isEqualTo("ALK-1204"));
        assertThatThrownBy(() -> inline(null)).isInstanceOf(NullPointerException.class);
    }
}
