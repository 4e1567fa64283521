package lazies;

import jakarta.persistence.*;
import org.alkahest.orm.mapping.JsonColumn;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.LazyGroup;
import org.jspecify.annotations.Nullable;

@Entity
public class Article extends Filed {
    @Id
    Integer id;

    @Basic(fetch = FetchType.LAZY)
    @Column(nullable = false)
    Lazy<String> text;

    @Lob
    Lazy<byte @Nullable []> scan;

    @LazyGroup("details")
    @JsonColumn
    Lazy<Layout> layout;

    @LazyGroup("details")
    Lazy<@Nullable Integer> words;
}
