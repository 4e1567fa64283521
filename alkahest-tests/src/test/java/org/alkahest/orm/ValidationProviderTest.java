package org.alkahest.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.NoProviderFoundException;
import jakarta.validation.ValidationException;
import org.alkahest.type.AlkahestArgumentException;
import org.junit.jupiter.api.Test;

class ValidationProviderTest {

    @Test
    void aProviderThatDoesNotStartIsAnErrorOfItsOwnEachTime() {
        ValidationProvider provider = ValidationProvider.startedBy(() -> {
            throw new ValidationException("HV000183: no jakarta.el.ExpressionFactory");
        });

        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(provider::factory)
                    .isInstanceOf(AlkahestArgumentException.class)
                    .hasMessageContaining(
                            "does not start: HV000183: no jakarta.el.ExpressionFactory. Add what it asks for")
                    .hasMessageEndingWith("[ALK-2091]")
                    .hasCauseInstanceOf(ValidationException.class);
        }
    }

    @Test
    void withoutAProviderNothingIsConstrained() {
        ValidationProvider provider = ValidationProvider.startedBy(() -> {
            throw new NoProviderFoundException();
        });

        assertThat(provider.factory()).isNull();
        assertThat(provider.isConstrained(String.class)).isFalse();
    }
}
