import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.*;

@Entity
class Fields {
    @Id
    Integer id;

    final String fixed = "";
    final List<Fields> fixedList = new ArrayList<>();

    @OneToMany
    final List<Fields> fixedChildren = new ArrayList<>();

    Currency currency;
    Date date;
    Object object;
    int[] numbers;
    Optional<String> maybe;
    Map<String, String> map;
    private Secret secret;

    @Column(length = 10)
    Integer length;

    @Column(precision = 10)
    String precision;

    @Column(scale = 2)
    BigDecimal scale;

    @Column(precision = 2, scale = 4)
    BigDecimal tooFine;

    @Column(columnDefinition = "xml")
    String xml;

    @Column(insertable = false, updatable = false)
    String computed;

    @Column(table = "other")
    String other;

    @Basic(fetch = FetchType.LAZY)
    String lazy;

    @Enumerated
    String noEnum;

    @Lob
    Integer large;

    @GeneratedValue
    Integer noKey;

    @JoinColumn
    String joined;

    @Embedded
    String embedded;

    @Column(name = "LENGTH")
    String again;

    String FIELDS;

    private enum Secret {
        A
    }
}
