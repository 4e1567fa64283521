package org.alkahest.orm.links;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.Ref;

/** A tree whose nodes have a key of two columns. */
@Entity
@Table(name = "nodes")
public class Node {
    @Id
    public Integer space;

    @Id
    public Integer number;

    public String name;

    @ManyToOne
    @JoinColumn(name = "parent_space", referencedColumnName = "space")
    @JoinColumn(name = "parent_number", referencedColumnName = "number")
    public Ref<Node> parent;

    @OneToMany(mappedBy = "parent", cascade = CascadeType.REMOVE)
    public List<Node> children = new ArrayList<>();

    protected Node() {}

    public Node(int space, int number, Node... children) {
        this.space = space;
        this.number = number;
        this.name = space + "-" + number;
        this.children.addAll(List.of(children));
    }

    @Override
    public String toString() {
        return name;
    }
}
