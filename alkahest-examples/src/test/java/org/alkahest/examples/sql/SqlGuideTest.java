package org.alkahest.examples.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.alkahest.dialect.Dialects;
import org.alkahest.engine.Connection;
import org.alkahest.schema.MetaData;
import org.alkahest.sql.RowStatement;
import org.alkahest.sql.Statement;
import org.alkahest.testkit.DatabaseFixture;
import org.alkahest.testkit.DatabaseTest;
import org.junit.jupiter.api.Test;

/** The SQL that docs/sql.md shows is the SQL of its examples, and they run. */
final class SqlGuideTest {
    private static final Pattern SQL = Pattern.compile("(?s)<!-- sql: (\\S+) (\\S+) (\\d+) -->\n```sql\n(.*?)```");

    @Test
    void showsWhatIsWritten() throws IOException {
        List<MatchResult> shown = SQL.matcher(Files.readString(Path.of("..", "docs", "sql.md")))
                .results()
                .toList();
        assertThat(shown).hasSizeGreaterThanOrEqualTo(SqlGuide.statements().size());
        assertThat(shown)
                .extracting(block -> block.group(1))
                .containsAll(SqlGuide.statements().keySet());
        for (MatchResult block : shown) {
            Statement statement = SqlGuide.statements().get(block.group(1));
            String written = Dialects.of(block.group(2), Integer.parseInt(block.group(3)))
                    .print(statement);
            assertThat(block.group(4).strip().replaceAll("\\s+", " "))
                    .as(block.group(1) + " on " + block.group(2))
                    .isEqualTo(written);
        }
    }

    @DatabaseTest
    void doesWhatTheGuideSays(DatabaseFixture database) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SqlGuide.run(database.jdbcUrl(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .startsWith("Ali 120.50", "Account[name=Ali, orders=[Line[placed=2026-01-05, total=120.50]]]", "1");
    }

    @DatabaseTest
    void readsTheSchemaAsTheGuideSays(DatabaseFixture database) {
        MetaData.of(Shop.CUSTOMERS, Shop.ORDERS).createAll(database.engine());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Connection connection = database.engine().connect()) {
            SqlGuide.inspect(connection, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("[customers, orders]", "[customer_id] -> customers [id]", "null");
    }

    @DatabaseTest
    void allOfItRuns(DatabaseFixture database) {
        MetaData.of(Shop.CUSTOMERS, Shop.ORDERS).createAll(database.engine());
        try (Connection connection = database.engine().connect()) {
            for (Statement statement : SqlGuide.statements().values()) {
                if (statement instanceof RowStatement<?> query) {
                    assertThat(connection.execute(query).all()).isEmpty();
                }
            }
            assertThat(connection.execute(SqlGuide.upserted()).rowCount()).isEqualTo(1);
            assertThat(connection.execute(SqlGuide.updated()).rowCount()).isZero();
        }
    }
}
