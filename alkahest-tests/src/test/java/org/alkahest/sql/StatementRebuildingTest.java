package org.alkahest.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.alkahest.engine.EngineOptions;
import org.alkahest.testkit.StatementRebuilding;
import org.junit.jupiter.api.Test;

/** The build runs this test twice, once with ALKAHEST_TEST_REWRITE. */
final class StatementRebuildingTest {
    @Test
    void statementsAreRebuiltWhereTheEnvironmentAsksForIt() {
        Statement statement = Sql.select(Sql.value(1));
        Statement sent = StatementRebuilding.in(EngineOptions.defaults())
                .statementRewriter()
                .apply(statement);

        assertThat(sent).isEqualTo(statement);
        SqlNode value = statement.children().get(0);
        SqlNode valueSent = sent.children().get(0);
        if (StatementRebuilding.isOn()) {
            assertThat(valueSent).isNotSameAs(value);
        } else {
            assertThat(valueSent).isSameAs(value);
        }
    }
}
