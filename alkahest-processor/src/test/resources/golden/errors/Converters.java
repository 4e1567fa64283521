import jakarta.persistence.*;
import java.util.Currency;

@Entity
class Converters {
    @Id
    Integer id;

    @Convert(converter = ToText.class)
    Integer wrongType;

    @Convert(converter = ToCurrency.class)
    String wrongStorage;

    @Convert(converter = AbstractConverter.class)
    Currency abstractConverter;

    @Convert(converter = Private.class)
    Currency privateConverter;

    @Convert(attributeName = "x")
    Currency nothing;

    static class ToText implements AttributeConverter<Currency, String> {
        @Override
        public String convertToDatabaseColumn(Currency value) {
            return "";
        }

        @Override
        public Currency convertToEntityAttribute(String value) {
            return null;
        }
    }

    static class ToCurrency implements AttributeConverter<String, Currency> {
        @Override
        public Currency convertToDatabaseColumn(String value) {
            return null;
        }

        @Override
        public String convertToEntityAttribute(Currency value) {
            return "";
        }
    }

    abstract static class AbstractConverter implements AttributeConverter<Currency, String> {}

    private static class Private extends ToText {}

    @Converter(autoApply = true)
    static class Automatic extends ToText {}
}
