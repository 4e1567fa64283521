package org.alkahest.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.alkahest.dialect.ConnectionStep;
import org.alkahest.dialect.IsolationLevel;
import org.junit.jupiter.api.Test;

final class EngineOptionsTest {
    @Test
    void eachWitherChangesItsOwnOptionOnly() {
        ConnectionStep step = connection -> {};
        EngineListener listener = new EngineListener() {};
        EngineOptions options = EngineOptions.defaults()
                .withEcho(EngineOptions.Echo.SQL)
                .withPoolSize(2)
                .withConnectTimeout(Duration.ofSeconds(3))
                .withStatementCacheSize(4)
                .withPreparedStatementCacheSize(5)
                .withDefaultFetchSize(6)
                .withInsertPageSize(7)
                .withListener(listener)
                .withOnConnect(step)
                .withIsolation(IsolationLevel.SERIALIZABLE);

        assertThat(options)
                .isEqualTo(new EngineOptions(
                        EngineOptions.Echo.SQL,
                        2,
                        Duration.ofSeconds(3),
                        4,
                        5,
                        6,
                        7,
                        List.of(listener),
                        EngineOptions.defaults().statementRewriter(),
                        List.of(step),
                        IsolationLevel.SERIALIZABLE));
        assertThat(EngineOptions.defaults().echo()).isEqualTo(EngineOptions.Echo.NONE);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        EngineOptions options = EngineOptions.defaults();
        assertThatThrownBy(() -> options.withPoolSize(0)).hasMessageContainingAll("poolSize is 0", "ALK-1007");
        assertThatThrownBy(() -> options.withStatementCacheSize(-1)).hasMessageContaining("ALK-1007");
        assertThatThrownBy(() -> options.withPreparedStatementCacheSize(-1)).hasMessageContaining("ALK-1007");
        assertThatThrownBy(() -> options.withDefaultFetchSize(-1)).hasMessageContaining("ALK-1007");
        assertThatThrownBy(() -> options.withInsertPageSize(0)).hasMessageContaining("insertPageSize is 0");
        assertThatThrownBy(() -> options.withConnectTimeout(Duration.ZERO)).hasMessageContaining("PT0S");
    }
}
