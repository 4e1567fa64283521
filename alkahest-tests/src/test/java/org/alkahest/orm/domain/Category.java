package org.alkahest.orm.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Ref;

/** A tree; a branch is deleted with its root. */
@Entity
@Table(name = "categories")
public class Category {
    @Id
    public Integer id;

    public String name;

    @ManyToOne
    public Ref<Category> parent;

    @OneToMany(mappedBy = "parent", cascade = CascadeType.REMOVE)
    public List<Category> children = new ArrayList<>();

    protected Category() {}

    public Category(String name, Category... children) {
        this.name = name;
        this.children.addAll(List.of(children));
    }

    @Override
    public String toString() {
        return name;
    }
}
