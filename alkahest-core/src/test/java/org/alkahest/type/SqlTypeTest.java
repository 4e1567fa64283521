package org.alkahest.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SqlTypeTest {
    @Test
    void comparesDecimalsAtTheScaleOfTheirColumn() {
        SqlType<BigDecimal> money = SqlTypes.decimal(12, 2);
        assertThat(money.same(new BigDecimal("25000"), new BigDecimal("25000.00")))
                .isTrue();
        assertThat(money.same(new BigDecimal("1.005"), new BigDecimal("1.01"))).isTrue();
        assertThat(money.same(new BigDecimal("1.00"), new BigDecimal("1.01"))).isFalse();
        assertThat(SqlTypes.DECIMAL.same(new BigDecimal("1.0"), new BigDecimal("1.00")))
                .isTrue();
        assertThat(money.same(null, null)).isTrue();
        assertThat(money.same(null, BigDecimal.ZERO)).isFalse();
    }

    @Test
    void copiesOnlyWhatCanChange() {
        byte[] bytes = {1, 2};
        byte[] copy = SqlTypes.BINARY.copy(bytes);
        bytes[0] = 9;
        assertThat(copy).containsExactly(1, 2);
        assertThat(SqlTypes.BINARY.isMutable()).isTrue();
        assertThat(SqlTypes.BINARY.same(new byte[] {1}, new byte[] {1})).isTrue();
        assertThat(SqlTypes.BINARY.same(new byte[] {1}, new byte[] {2})).isFalse();
        assertThat(SqlTypes.TEXT.isMutable()).isFalse();
        String text = "x";
        assertThat(SqlTypes.TEXT.copy(text)).isSameAs(text);
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // the class of a list has no element type
    void ownTypesBringTheirOwnRules() {
        SqlType<List> words = SqlTypes.TEXT
                .as(
                        List.class,
                        list -> String.join(",", (List<String>) list),
                        s -> new ArrayList<>(List.of(s.split(",", -1))))
                .withValues(ArrayList::new, List::equals);
        List<String> value = new ArrayList<>(List.of("a", "b"));
        List<String> copy = words.copy(value);
        value.add("c");
        assertThat(copy).containsExactly("a", "b");
        assertThat(words.same(copy, List.of("a", "b"))).isTrue();
        assertThat(words.isMutable()).isTrue();
    }

    @Test
    void refusesLengthsAndScalesThatMakeNoType() {
        assertThatThrownBy(() -> SqlTypes.varchar(0)).hasMessageContaining("ALK-1402");
        assertThatThrownBy(() -> SqlTypes.decimal(2, 3)).hasMessageContaining("ALK-1402");
        assertThatThrownBy(() -> SqlTypes.of(Object.class)).hasMessageContaining("ALK-1403");
    }
}
