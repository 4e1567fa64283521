package org.alkahest.processor;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.processor.base.Audited;
import org.jspecify.annotations.Nullable;

/** One attribute of each kind; the class and some columns have names that SQL reserves. */
@Entity
class Order extends Audited<Long> {
    private @Nullable String group;

    @Nullable
    Address shipping;

    @AttributeOverride(name = "street", column = @Column(name = "billing_street"))
    @AttributeOverride(name = "city", column = @Column(name = "billing_city"))
    private @Nullable Address billing;

    @Nullable
    Money total;

    @Nullable
    Status status;

    @Enumerated(EnumType.ORDINAL)
    private @Nullable Status before;

    @Convert(converter = Tags.class)
    List<String> tags = new ArrayList<>();

    private byte @Nullable [] photo;
    private boolean paid;
    private char grade = 'x';

    Order() {}

    void fill() {
        group = "first";
        billing = new Address("Mall Road", "Lahore");
        before = Status.OPEN;
        photo = new byte[] {1, 2, 3};
        paid = true;
        grade = 'a';
    }

    String describe() {
        return group + " " + billing + " " + before + " " + paid + " " + grade;
    }

    byte @Nullable [] photo() {
        return photo;
    }

    enum Status {
        OPEN,
        SHIPPED
    }

    @Embeddable
    static class Address {
        private @Nullable String street;

        @Nullable
        String city;

        Address() {}

        Address(String street, String city) {
            this.street = street;
            this.city = city;
        }

        @Override
        public String toString() {
            return street + ", " + city;
        }
    }

    @Embeddable
    record Money(@Column(precision = 12, scale = 2) BigDecimal amount, String currency) {}

    static class Tags implements AttributeConverter<List<String>, String> {
        @Override
        public String convertToDatabaseColumn(List<String> tags) {
            return "[" + String.join(",", tags) + "]";
        }

        @Override
        public List<String> convertToEntityAttribute(String text) {
            String inner = text.substring(1, text.length() - 1);
            return inner.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(inner.split(",", -1)));
        }
    }
}
