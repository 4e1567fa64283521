package org.alkahest.orm.versioning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A key that the user assigns: the version tells new objects from others. */
@Entity
@Table(name = "documents")
public class Document {
    @Id
    @Column(length = 20)
    public String path;

    public String title;

    @Version
    public Long version;

    protected Document() {}

    public Document(String path, String title) {
        this.path = path;
        this.title = title;
    }
}
