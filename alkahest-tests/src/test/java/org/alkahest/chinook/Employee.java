package org.alkahest.chinook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Ref;

/** Who works in the shop, in a tree of managers. */
@Entity
@Table(name = "Employee")
class Employee {
    @Id
    @Column(name = "EmployeeId")
    Integer id;

    @Column(name = "LastName", nullable = false)
    String lastName;

    @Column(name = "FirstName", nullable = false)
    String firstName;

    @Column(name = "Title")
    String title;

    @ManyToOne
    @JoinColumn(name = "ReportsTo")
    Ref<Employee> manager;

    @OneToMany(mappedBy = "manager")
    List<Employee> reports = new ArrayList<>();

    @Column(name = "BirthDate")
    LocalDateTime birthDate;

    @Column(name = "HireDate")
    LocalDateTime hireDate;

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

    @Column(name = "Email")
    String email;

    @OneToMany(mappedBy = "supportRep")
    List<Customer> customers = new ArrayList<>();
}
