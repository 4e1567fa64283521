package org.alkahest.orm.tenancy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Ref;

/** What belongs to a tenant, and to something of the same. */
@Entity
@Table(name = "tasks")
public class Task {
    @Id
    public Integer id;

    @Column(length = 40, nullable = false)
    public String tenant;

    public String title;

    @ManyToOne
    public Ref<Project> project;

    protected Task() {}

    public Task(String title) {
        this.title = title;
    }
}
