package org.alkahest.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TestSettingTest {
    private static final String URL = "jdbc:postgresql://elsewhere/db";

    @Test
    void saysNothingWhereNothingIsSet() {
        TestSetting setting = setting(Map.of());
        assertThat(setting.isOff()).isFalse();
        assertThat(setting.url()).isEmpty();
        assertThat(setting.refusal()).isEmpty();
    }

    @Test
    void readsTheLegsOwnVariableFirst() {
        TestSetting setting = setting(Map.of("ALKAHEST_TEST_POSTGRESQL_LOCAL", URL, "ALKAHEST_TEST_POSTGRESQL", "off"));
        assertThat(setting.url()).contains(URL);
        assertThat(setting.isShared()).isFalse();
    }

    @Test
    void readsTheDialectsVariableNext() {
        TestSetting setting = setting(Map.of("ALKAHEST_TEST_POSTGRESQL", "OFF"));
        assertThat(setting.isOff()).isTrue();
        assertThat(setting.isShared()).isTrue();
        assertThat(setting.url()).isEmpty();
        assertThat(setting.refusal()).contains("ALKAHEST_TEST_POSTGRESQL is off");
    }

    @Test
    void refusesUrlsWhereADatabaseTakesNone() {
        TestSetting setting = TestSetting.of("h2", "h2", Map.of("ALKAHEST_TEST_H2", "jdbc:h2:tcp://x/y")::get);
        assertThat(setting.refusal().orElseThrow()).contains("ALKAHEST_TEST_H2 is 'jdbc:h2:tcp://x/y'");
    }

    private static TestSetting setting(Map<String, String> environment) {
        return TestSetting.of("postgresql-local", "postgresql", environment::get);
    }
}
