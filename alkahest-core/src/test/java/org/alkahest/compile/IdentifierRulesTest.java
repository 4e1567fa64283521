package org.alkahest.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.alkahest.type.AlkahestArgumentException;
import org.junit.jupiter.api.Test;

final class IdentifierRulesTest {
    private final IdentifierRules rules = SqlAssert.POSTGRESQL.identifiers();

    @Test
    void quotesOnlyWhereItMatters() {
        assertThat(rules.write("name")).isEqualTo("name");
        assertThat(rules.write("a_1")).isEqualTo("a_1");
        assertThat(rules.write("select")).isEqualTo("\"select\"");
        assertThat(rules.write("Name")).isEqualTo("\"Name\"");
        assertThat(rules.write("1a")).isEqualTo("\"1a\"");
        assertThat(rules.write("a b")).isEqualTo("\"a b\"");
        assertThat(rules.write("größe")).isEqualTo("\"größe\"");
    }

    @Test
    void doublesQuotesSoThatNothingEscapes() {
        assertThat(rules.write("a\"; DROP TABLE x; --")).isEqualTo("\"a\"\"; DROP TABLE x; --\"");
    }

    @Test
    void refusesNamesThatNoQuotingSaves() {
        assertThatThrownBy(() -> rules.write(""))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1201");
        assertThatThrownBy(() -> rules.write("a\0b"))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("ALK-1201");
    }

    @Test
    void countsBytesWhereTheDatabaseDoes() {
        String sixtyTwoBytes = "ö".repeat(31);
        assertThat(rules.write(sixtyTwoBytes)).isEqualTo('"' + sixtyTwoBytes + '"');
        assertThatThrownBy(() -> rules.write("ö".repeat(32)))
                .isInstanceOf(AlkahestArgumentException.class)
                .hasMessageContaining("64 bytes")
                .hasMessageContaining("63")
                .hasMessageContaining("ALK-1202");
        assertThat(SqlAssert.H2.identifiers().write("ö".repeat(256))).hasSize(258);
    }

    @Test
    void shortensGeneratedNamesWithoutMakingThemEqual() {
        String long1 = "fk_" + "ö".repeat(40) + "_one";
        String long2 = "fk_" + "ö".repeat(40) + "_two";
        assertThat(rules.shorten(long1).getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(63);
        assertThat(rules.shorten(long1)).isNotEqualTo(rules.shorten(long2)).startsWith("fk_ö");
        assertThat(rules.shorten("fk_short")).isEqualTo("fk_short");
        assertThat(rules.shorten("x".repeat(53) + "😀😀😀")).doesNotContain("\ud83d_");
    }

    @Test
    void qualifiesWithASchema() {
        assertThat(rules.qualified("user", "t")).isEqualTo("\"user\".t");
        assertThat(rules.qualified(null, "t")).isEqualTo("t");
    }

    @Test
    void everyDialectQuotesTheWordsOfTheStandard() {
        for (String word : new String[] {"select", "from", "order", "group", "table", "check", "default"}) {
            SqlAssert.DIALECTS.forEach(dialect -> {
                char quote = dialect.traits().identifierQuote();
                assertThat(dialect.identifiers().write(word)).isEqualTo(quote + word + quote);
            });
        }
    }
}
