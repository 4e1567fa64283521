package org.alkahest.orm.lifecycle;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Columns for who wrote it and when, and for when it was deleted. */
@Entity
@Table(name = "memos")
public class Memo {
    @Id
    public Integer id;

    public String body;
    public String createdBy;
    public Instant createdAt;
    public String changedBy;
    public Instant changedAt;
    public Instant deletedAt;

    protected Memo() {}

    public Memo(String body) {
        this.body = body;
    }
}
