package org.alkahest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.alkahest.dialect.DialectFactory;
import org.alkahest.dialect.DialectFactory.JdbcUrl;
import org.alkahest.dialect.Dialects;
import org.junit.jupiter.api.Test;

final class DatabaseUrlsTest {
    @Test
    void shortUrlsBecomeJdbcUrls() {
        assertThat(DatabaseUrls.resolve("sqlite:students.db"))
                .isEqualTo(new JdbcUrl("jdbc:sqlite:students.db", null, null, false));
        assertThat(DatabaseUrls.resolve("sqlite::memory:").singleConnection()).isTrue();
    }

    @Test
    void jdbcUrlsStayAsTheyAre() {
        assertThat(DatabaseUrls.resolve("jdbc:sqlite:students.db"))
                .isEqualTo(new JdbcUrl("jdbc:sqlite:students.db", null, null, false));
        assertThat(DatabaseUrls.resolve("jdbc:sqlite::memory:").singleConnection())
                .isTrue();
    }

    @Test
    void anUnknownUrlIsAnErrorThatListsWhatIsKnown() {
        for (String url : new String[] {"sqllite:a.db", "", "students.db", "jdbc:", "jdbc:nothing:x", "http://a/b"}) {
            assertThatThrownBy(() -> DatabaseUrls.resolve(url))
                    .hasMessageContainingAll(
                            "'" + url + "'",
                            Dialects.factories().get(0).name() + ":…",
                            "JDBC URL",
                            "DataSource",
                            "ALK-1001");
        }
    }

    @Test
    void aMissingDriverIsAnErrorThatNamesTheArtifact() {
        List<DialectFactory> withoutDriver = Dialects.factories().stream()
                .filter(factory -> !isThere(factory.driverClass()))
                .toList();
        assertThat(withoutDriver).hasSize(7); // SQLite's is an optional dependency of core (ADR 0027)
        for (DialectFactory factory : withoutDriver) {
            String url = "jdbc:" + factory.name() + ":x";
            assertThatThrownBy(() -> Engine.create(url))
                    .hasMessageContainingAll(url, factory.driverClass(), factory.driverArtifact(), "ALK-1002");
        }
    }

    private static boolean isThere(String driverClass) {
        return DatabaseUrlsTest.class.getClassLoader().getResource(driverClass.replace('.', '/') + ".class") != null;
    }

    @Test
    void passwordsAreMasked() {
        assertThat(DatabaseUrls.masked("db://user:pw@host:5432/x")).isEqualTo("db://user:***@host:5432/x");
        assertThat(DatabaseUrls.masked("db://user:p@w:/1@host/x")).isEqualTo("db://user:***@host/x");
        assertThat(DatabaseUrls.masked("db://user@host/x")).isEqualTo("db://user@host/x");
        assertThat(DatabaseUrls.masked("jdbc:db://host:1/x?user=u&password=pw&ssl=true"))
                .isEqualTo("jdbc:db://host:1/x?user=u&password=***&ssl=true");
        assertThat(DatabaseUrls.masked("jdbc:db:x;USER=u;PASSWORD=pw;MODE=y"))
                .isEqualTo("jdbc:db:x;USER=u;PASSWORD=***;MODE=y");
        assertThat(DatabaseUrls.masked("db:file.db?mail=a:b@c")).isEqualTo("db:file.db?mail=a:b@c");
    }

    @Test
    void noErrorShowsAPassword() {
        assertThatThrownBy(() -> Engine.create("nothing://user:geheim@host/x"))
                .hasMessageContaining("nothing://user:***@host/x")
                .hasMessageNotContaining("geheim");
        assertThat(new JdbcUrl("jdbc:x:y?password=geheim", "u", "geheim", false).toString())
                .doesNotContain("geheim");
    }
}
