package org.alkahest.orm.natural;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.alkahest.orm.mapping.Ref;

/** An assigned key, a version, and an association of each kind. */
@Entity
@Table(name = "countries")
public class Country {
    @Id
    @Column(length = 10)
    public String code;

    public String name;

    public Integer inhabitants;

    @Version
    public int version;

    @OneToMany(mappedBy = "country")
    public List<Town> towns = new ArrayList<>();

    @OneToMany(mappedBy = "country", cascade = CascadeType.ALL, orphanRemoval = true)
    public List<Stamp> stamps = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "countries_languages",
            joinColumns = @JoinColumn(name = "country_code"),
            inverseJoinColumns = @JoinColumn(name = "language_code"))
    public Set<Language> languages = new HashSet<>();

    @OneToOne(mappedBy = "country")
    public Ref<Anthem> anthem;

    protected Country() {}

    public Country(String code, String name) {
        this.code = code;
        this.name = name;
    }
}
