import jakarta.persistence.*;
import java.util.*;
import org.alkahest.orm.mapping.OnDelete;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.schema.ForeignKey.Action;

class Overlaps {
    @Entity
    static class Address {
        @Id
        Integer id;

        @ManyToOne
        Ref<Customer> customer;

        @ManyToOne
        Ref<Customer> payer;

        @ManyToMany
        @JoinTable(name = "visitors")
        List<Customer> visitors;

        @ManyToOne(optional = false)
        @OnDelete(Action.SET_NULL)
        Ref<Customer> required;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
        @OnDelete(Action.CASCADE)
        Ref<Customer> unconstrained;

        @ManyToOne
        @OnDelete(Action.SET_DEFAULT)
        Ref<Customer> defaulted;

        @ManyToOne
        @JoinColumn(name = "customer_id")
        Ref<Customer> sameColumn;

        @OneToOne(mappedBy = "home")
        @OnDelete(Action.CASCADE)
        Ref<Customer> inverse;
    }

    @Entity
    static class Customer {
        @Id
        Integer id;

        @OneToMany
        List<Address> ambiguous;

        @OneToMany(mappedBy = "customer")
        List<Address> addresses;

        @OneToMany(mappedBy = "customer")
        Set<Address> again;

        @OneToMany
        @JoinTable(name = "customers_addresses")
        List<Address> meant;

        @ManyToMany
        @JoinTable(name = "visitors")
        List<Address> visited;

        @OneToOne
        Ref<Address> home;
    }
}
