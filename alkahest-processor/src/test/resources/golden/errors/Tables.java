import jakarta.persistence.*;

@Entity
@Table(
        catalog = "c",
        uniqueConstraints = @UniqueConstraint(columnNames = "fullName"),
        indexes = {@Index(columnList = "nothing"), @Index(columnList = "id UPWARDS")})
@AttributeOverride(name = "created", column = @Column(name = "x"))
class Tables {
    @Id
    Integer id;

    String fullName;
    Address home;
    Address work;
    String workCity;

    @Embeddable
    static class Address {
        final String street = "";

        @Column(name = "place")
        String city;

        @ManyToOne
        Tables owner;

        Address inner;
    }
}
