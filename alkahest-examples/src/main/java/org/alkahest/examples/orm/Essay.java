package org.alkahest.examples.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.LazyGroup;
import org.jspecify.annotations.Nullable;

// snippet: essay
@Entity
@Table(name = "essays")
public class Essay {
    @Id
    Integer id;

    @Column(length = 200, nullable = false)
    String title;

    Lazy<String> text; // a column that queries leave out: the type says so

    @Lob
    @LazyGroup("scans")
    Lazy<byte @Nullable []> cover;

    @Lob
    @LazyGroup("scans") // getting one of the group loads both
    Lazy<byte @Nullable []> page;

    protected Essay() {}

    public Essay(String title, String text) {
        this.title = title;
        this.text = Lazy.of(text);
    }
}
// end
