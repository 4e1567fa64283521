package org.alkahest.orm.renamed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;

/** An assigned key that rows refer to. */
@Entity
@Table(name = "regions")
public class Region {
    @Id
    @Column(length = 10)
    public String code;

    public String name;

    @Version
    public int version;

    @OneToMany(mappedBy = "region")
    public List<Village> villages = new ArrayList<>();

    @OneToMany(mappedBy = "origin")
    public List<Village> settlements = new ArrayList<>();

    protected Region() {}

    public Region(String code, String name) {
        this.code = code;
        this.name = name;
    }
}
