package org.alkahest.type;

import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as Java values by Jackson, which is optional: only this class names it. */
final class JacksonTypes {
    /** Numbers with a fraction are decimals, as a double would round them. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final ClassValue<SqlType<?>> BY_CLASS = new ClassValue<>() {
        @Override
        protected SqlType<?> computeValue(Class<?> type) {
            return make(type, MAPPER.constructType(type));
        }
    };

    private static final SqlType<?> MAP =
            make(Map.class, MAPPER.constructType(new TypeReference<Map<String, Object>>() {}));

    private JacksonTypes() {}

    /** The same type each time: types with conversions are equal only if the conversions are the same objects. */
    @SuppressWarnings("unchecked") // the type that is kept for a class is made for it
    static <T> SqlType<T> of(Class<T> javaType) {
        return (SqlType<T>) BY_CLASS.get(javaType);
    }

    @SuppressWarnings("unchecked") // made of that type
    static SqlType<Map<String, Object>> map() {
        return (SqlType<Map<String, Object>>) MAP;
    }

    private static <T> SqlType<T> make(Class<T> javaType, JavaType jacksonType) {
        return SqlTypes.JSON
                .as(javaType, value -> write(value), text -> JacksonTypes.<T>read(text, jacksonType))
                .withValues(
                        value -> copy(value, jacksonType),
                        (one, other) -> one.equals(other) || JsonText.same(write(one), write(other)));
    }

    @SuppressWarnings("unchecked") // a copy of a tree is a tree of the same class
    private static <T> T copy(T value, JavaType type) {
        return value instanceof JsonNode node ? (T) node.deepCopy() : read(write(value), type);
    }

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new AlkahestArgumentException(
                    "ALK-1171",
                    "Cannot write a " + value.getClass().getName() + " as JSON: " + e.getOriginalMessage()
                            + " Change the class so that Jackson can write it.",
                    e);
        }
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // the Jackson type says the same
    private static <T> T read(String text, JavaType type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "the JSON is no " + type.toCanonical() + ": " + e.getOriginalMessage(), e);
        }
    }
}
