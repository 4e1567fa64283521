package converters;

import jakarta.persistence.*;
import java.util.*;

@Entity
public class Product {
    @Id
    Integer id;

    @Convert(converter = Tags.class)
    List<String> tags = new ArrayList<>();

    @Convert(converter = YesNo.class)
    private boolean active;

    @Convert(converter = CurrencyCode.class)
    @Column(length = 3)
    Currency currency;

    @Convert(converter = Tags.class)
    private List<String> hidden = new ArrayList<>();

    public static class Tags implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> tags) {
            return String.join(",", tags);
        }

        @Override
        public List<String> convertToEntityAttribute(String text) {
            return new ArrayList<>(List.of(text.split(",", -1)));
        }
    }

    abstract static class Letter<T> implements AttributeConverter<T, Character> {}

    static class YesNo extends Letter<Boolean> {
        @Override
        public Character convertToDatabaseColumn(Boolean value) {
            return value ? 'Y' : 'N';
        }

        @Override
        public Boolean convertToEntityAttribute(Character letter) {
            return letter == 'Y';
        }
    }

    @Converter
    static class CurrencyCode implements AttributeConverter<Currency, String> {
        @Override
        public String convertToDatabaseColumn(Currency currency) {
            return currency.getCurrencyCode();
        }

        @Override
        public Currency convertToEntityAttribute(String code) {
            return Currency.getInstance(code);
        }
    }
}
