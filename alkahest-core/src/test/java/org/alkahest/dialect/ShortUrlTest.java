package org.alkahest.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.ServiceLoader;
import org.alkahest.dialect.DialectFactory.JdbcUrl;
import org.alkahest.type.AlkahestArgumentException;
import org.junit.jupiter.api.Test;

final class ShortUrlTest {
    private static JdbcUrl jdbc(String url) {
        List<JdbcUrl> found = ServiceLoader.load(DialectFactory.class).stream()
                .flatMap(factory -> factory.get().fromShortUrl(url).stream())
                .toList();
        assertThat(found).as(url).hasSize(1);
        return found.get(0);
    }

    private static JdbcUrl plain(String jdbcUrl, boolean singleConnection) {
        return new JdbcUrl(jdbcUrl, null, null, singleConnection);
    }

    @Test
    void filesOfSqlite() {
        assertThat(jdbc("sqlite:students.db")).isEqualTo(plain("jdbc:sqlite:students.db", false));
        assertThat(jdbc("sqlite:dir/students.db?cipher=x"))
                .isEqualTo(plain("jdbc:sqlite:dir/students.db?cipher=x", false));
        assertThat(jdbc("sqlite:/var/students.db")).isEqualTo(plain("jdbc:sqlite:/var/students.db", false));
        assertThat(jdbc("sqlite:///var/students.db")).isEqualTo(plain("jdbc:sqlite:/var/students.db", false));
        assertThat(jdbc("SQLite:C:\\data\\x.db")).isEqualTo(plain("jdbc:sqlite:C:\\data\\x.db", false));
    }

    @Test
    void memoryOfSqliteIsOneConnection() {
        assertThat(jdbc("sqlite::memory:")).isEqualTo(plain("jdbc:sqlite::memory:", true));
        assertThat(jdbc("sqlite://")).isEqualTo(plain("jdbc:sqlite::memory:", true));
        assertThat(jdbc("sqlite:file:x?mode=memory")).isEqualTo(plain("jdbc:sqlite:file:x?mode=memory", true));
    }

    @Test
    void refusesHostsAndNothingForSqlite() {
        for (String url : new String[] {"sqlite:", "sqlite: ", "sqlite://host/x.db"}) {
            assertThatThrownBy(() -> jdbc(url))
                    .as(url)
                    .isInstanceOf(AlkahestArgumentException.class)
                    .hasMessageContaining("ALK-1004");
        }
    }

    @Test
    void filesAndMemoryOfDuckdb() {
        assertThat(jdbc("duckdb:students.db")).isEqualTo(plain("jdbc:duckdb:students.db", false));
        assertThat(jdbc("duckdb:///var/x.db;access_mode=READ_ONLY"))
                .isEqualTo(plain("jdbc:duckdb:/var/x.db;access_mode=READ_ONLY", false));
        assertThat(jdbc("duckdb::memory:")).isEqualTo(plain("jdbc:duckdb::memory:", true));
        assertThat(jdbc("duckdb://")).isEqualTo(plain("jdbc:duckdb::memory:", true));
        assertThat(jdbc("duckdb::memory:;threads=2")).isEqualTo(plain("jdbc:duckdb::memory:;threads=2", true));
    }

    @Test
    void memoryOfDuckdbOutlivesItsConnectionsIfItHasAName() {
        assertThat(jdbc("duckdb::memory:x")).isEqualTo(plain("jdbc:duckdb::memory:x;jdbc_pin_db=true", false));
        assertThat(jdbc("duckdb::memory:x;jdbc_pin_db=false"))
                .isEqualTo(plain("jdbc:duckdb::memory:x;jdbc_pin_db=false", false));
    }

    @Test
    void refusesHostsAndNothingForDuckdb() {
        for (String url : new String[] {"duckdb:", "duckdb: ", "duckdb://host/x.db"}) {
            assertThatThrownBy(() -> jdbc(url))
                    .as(url)
                    .isInstanceOf(AlkahestArgumentException.class)
                    .hasMessageContaining("ALK-1004");
        }
    }

    @Test
    void memoryOfH2OutlivesItsConnectionsIfItHasAName() {
        assertThat(jdbc("h2:mem:x")).isEqualTo(plain("jdbc:h2:mem:x;DB_CLOSE_DELAY=-1", false));
        assertThat(jdbc("h2:mem:x;DB_CLOSE_DELAY=0")).isEqualTo(plain("jdbc:h2:mem:x;DB_CLOSE_DELAY=0", false));
        assertThat(jdbc("h2:mem:")).isEqualTo(plain("jdbc:h2:mem:", true));
        assertThat(jdbc("h2:file:./data")).isEqualTo(plain("jdbc:h2:file:./data", false));
        assertThat(jdbc("h2:tcp://host/~/data")).isEqualTo(plain("jdbc:h2:tcp://host/~/data", false));
    }

    @Test
    void serversWithAndWithoutTheirParts() {
        assertThat(jdbc("postgresql://localhost")).isEqualTo(plain("jdbc:postgresql://localhost/", false));
        assertThat(jdbc("postgres://ali@db.example:5433/school?sslmode=require&x=a%20b"))
                .isEqualTo(new JdbcUrl(
                        "jdbc:postgresql://db.example:5433/school?sslmode=require&x=a%20b", "ali", null, false));
        assertThat(jdbc("postgresql://[::1]:5432/school").url()).isEqualTo("jdbc:postgresql://[::1]:5432/school");
        assertThat(jdbc("postgresql://a:1,b:2/school").url()).isEqualTo("jdbc:postgresql://a:1,b:2/school");
        assertThat(jdbc("postgresql://localhost/a%2Fb%20c").url()).isEqualTo("jdbc:postgresql://localhost/a%2Fb+c");
    }

    @Test
    void serversOfMysqlAndMariadb() {
        assertThat(jdbc("mysql://localhost")).isEqualTo(plain("jdbc:mysql://localhost/", false));
        assertThat(jdbc("mysql://ali:a%40b@db.example:3307/school?useSSL=true"))
                .isEqualTo(new JdbcUrl("jdbc:mysql://db.example:3307/school?useSSL=true", "ali", "a@b", false));
        assertThat(jdbc("mariadb://ali@a:1,b:2/my%20school"))
                .isEqualTo(new JdbcUrl("jdbc:mariadb://a:1,b:2/my%20school", "ali", null, false));
    }

    @Test
    void passwordsHoldAnyCharacter() {
        JdbcUrl url = jdbc("postgresql://a%40b:p%2Fw%3A%40%25+%C3%B6@localhost/x");
        assertThat(url.user()).isEqualTo("a@b");
        assertThat(url.password()).isEqualTo("p/w:@%+ö");
        assertThat(jdbc("postgresql://ali:a@b:c@localhost/x").password()).isEqualTo("a@b:c");
        assertThat(jdbc("postgresql://ali:@localhost/x").password()).isEmpty();
    }

    @Test
    void malformedServersAreRefusedWithoutShowingTheirPassword() {
        for (String url : new String[] {
            "postgresql:school",
            "postgresql://ali:s3cret/x@localhost/x",
            "postgresql://ali:s3cret%zz@localhost/x",
            "postgresql://ali:s3cret@/x",
            "postgresql://ali:s3cret@lo cal/x",
            "postgresql://localhost:port/x"
        }) {
            assertThatThrownBy(() -> jdbc(url))
                    .as(url)
                    .isInstanceOf(AlkahestArgumentException.class)
                    .hasMessageContaining("ALK-1030")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
        }
    }
}
