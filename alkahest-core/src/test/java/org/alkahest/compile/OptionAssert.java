package org.alkahest.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.alkahest.dialect.Dialect;
import org.alkahest.schema.ColumnOptions;
import org.alkahest.schema.DdlElement;
import org.alkahest.schema.DdlElement.CreateIndex;
import org.alkahest.schema.DdlElement.CreateTable;
import org.alkahest.schema.Index;
import org.alkahest.schema.Table;
import org.alkahest.schema.TableBuilder;
import org.alkahest.type.SqlTypes;

/**
 * Asserts what an option of one dialect does to a table of two columns, and that every dialect that is not named writes the
 * same as without it.
 */
final class OptionAssert {
    private OptionAssert() {}

    /** The SQL on one dialect; of a table in one line. */
    record Written(Dialect dialect, String sql) {}

    static Written on(Dialect dialect, String sql) {
        return new Written(dialect, sql);
    }

    static TableBuilder books() {
        return Table.named("books")
                .column("id", SqlTypes.INTEGER, ColumnOptions.primaryKey())
                .column("title", SqlTypes.varchar(80));
    }

    /** What is added to the table. */
    static void assertTable(Consumer<TableBuilder> options, Written... expected) {
        assertTable(tableBuilder -> {}, options, expected);
    }

    /** What is added to the table, which has more columns or constraints already. */
    static void assertTable(Consumer<TableBuilder> more, Consumer<TableBuilder> options, Written... expected) {
        TableBuilder plain = books();
        more.accept(plain);
        TableBuilder told = books();
        more.accept(told);
        options.accept(told);
        assertWritten(create(plain), create(told), expected);
    }

    private static DdlElement create(TableBuilder builder) {
        Table table = builder.build();
        return new CreateTable(table, table.foreignKeys());
    }

    /** An index of the table without and with options. */
    static void assertIndex(Table table, Index plain, Index told, Written... expected) {
        assertWritten(new CreateIndex(table, plain), new CreateIndex(table, told), expected);
    }

    /** An element without and with options. */
    static void assertWritten(DdlElement plain, DdlElement told, Written... expected) {
        Map<Dialect, String> byDialect = new HashMap<>();
        Arrays.stream(expected).forEach(written -> byDialect.put(written.dialect(), written.sql()));
        for (Dialect dialect : SqlAssert.DIALECTS) {
            String sql = byDialect.get(dialect);
            if (sql == null) {
                assertThat(outcome(dialect, told)).as(SqlAssert.name(dialect)).isEqualTo(outcome(dialect, plain));
            } else {
                assertThat(compile(dialect, told)).as(SqlAssert.name(dialect)).isEqualTo(sql);
            }
        }
    }

    /** The SQL, or the error where a dialect refuses the element. */
    private static List<Object> outcome(Dialect dialect, DdlElement element) {
        String[] sql = new String[1];
        Throwable error = catchThrowable(() -> sql[0] = compile(dialect, element));
        return error == null ? List.of(sql[0]) : List.of(error.getClass(), error.getMessage());
    }

    /** One line, kept for the grammars. */
    static String compile(Dialect dialect, DdlElement element) {
        String sql = dialect.ddlCompiler().compile(element);
        CompiledSql.record(SqlAssert.name(dialect), sql);
        return sql.replaceAll("\\(\\n\\s+", "(").replaceAll("\\n\\)", ")").replaceAll("\\n\\s+", " ");
    }
}
