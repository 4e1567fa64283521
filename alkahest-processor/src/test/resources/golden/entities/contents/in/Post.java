package contents;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.*;
import org.alkahest.orm.mapping.*;

@Entity
public class Post {
    @Id
    Integer id;

    @ArrayColumn
    @Column(length = 20, nullable = false)
    List<String> tags = new ArrayList<>();

    @ArrayColumn
    private List<List<Integer>> grid;

    @ArrayColumn
    @Enumerated(EnumType.STRING)
    List<Mood> moods;

    @ArrayColumn
    @Column(precision = 10, scale = 2)
    List<BigDecimal> prices;

    @JsonColumn
    Address address;

    @JsonColumn
    Map<String, Object> extra = new HashMap<>();

    @JsonColumn
    String raw;

    enum Mood {
        GOOD,
        BAD
    }

    public record Address(String street, List<String> lines) {}
}
