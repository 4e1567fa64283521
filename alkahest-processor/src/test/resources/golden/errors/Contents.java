import jakarta.persistence.*;
import java.util.*;
import org.alkahest.orm.mapping.*;

@Entity
class Contents {
    @Id
    Integer id;

    @ArrayColumn
    Set<String> set;

    @ArrayColumn
    List<Currency> currencies;

    @ArrayColumn
    String text;

    @JsonColumn
    List<String> generic;

    @JsonColumn
    int primitive;

    @JsonColumn
    Hidden hidden;

    @JsonColumn
    @Column(length = 20)
    String length;

    @ArrayColumn
    @JsonColumn
    List<String> both;

    @JsonColumn
    @Convert(converter = Nothing.class)
    String converted;

    @ArrayColumn
    @OneToMany(mappedBy = "id")
    List<Contents> association;

    private record Hidden(int value) {}

    static class Nothing implements AttributeConverter<String, String> {
        @Override
        public String convertToDatabaseColumn(String text) {
            return text;
        }

        @Override
        public String convertToEntityAttribute(String text) {
            return text;
        }
    }
}
