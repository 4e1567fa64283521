package embedded;

import jakarta.persistence.*;

@Entity
public class Customer {
    @Id
    Integer id;

    Address home;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "work_street", length = 80))
    @AttributeOverride(name = "position.latitude", column = @Column(name = "work_latitude"))
    @AttributeOverride(name = "position.longitude", column = @Column(name = "work_longitude"))
    private Address work;

    Money credit;
}
