package org.alkahest.chinook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Ref;

/** Who buys. */
@Entity
@Table(name = "Customer")
class Customer {
    @Id
    @Column(name = "CustomerId")
    Integer id;

    @Column(name = "FirstName", nullable = false)
    String firstName;

    @Column(name = "LastName", nullable = false)
    String lastName;

    @Column(name = "Company")
    String company;

    @Column(name = "Address")
    String address;

    @Column(name = "City")
    String city;

    @Column(name = "State")
    String state;

    @Column(name = "Country")
    String country;

    @Column(name = "PostalCode")
    String postalCode;

    @Column(name = "Phone")
    String phone;

    @Column(name = "Fax")
    String fax;

    @Column(name = "Email", nullable = false)
    String email;

    @ManyToOne
    @JoinColumn(name = "SupportRepId")
    Ref<Employee> supportRep;

    @OneToMany(mappedBy = "customer")
    List<Invoice> invoices = new ArrayList<>();
}
