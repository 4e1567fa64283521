package org.alkahest.orm.tenancy;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** What belongs to a tenant. */
@Entity
@Table(name = "projects")
public class Project {
    @Id
    public Integer id;

    @Column(length = 40, nullable = false)
    public String tenant;

    public String name;

    @OneToMany(mappedBy = "project", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("title")
    public List<Task> tasks = new ArrayList<>();

    protected Project() {}

    public Project(String name, Task... tasks) {
        this.name = name;
        this.tasks.addAll(List.of(tasks));
    }
}
