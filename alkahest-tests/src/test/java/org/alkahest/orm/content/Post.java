package org.alkahest.orm.content;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.alkahest.orm.mapping.ArrayColumn;
import org.jspecify.annotations.Nullable;

/** Lists that are columns. */
@Entity
@Table(name = "posts")
public class Post {
    @Id
    public Integer id;

    public String title;

    @ArrayColumn
    @Column(length = 20)
    public List<String> tags = new ArrayList<>();

    @ArrayColumn
    public @Nullable List<List<Integer>> grid;

    @ArrayColumn
    @Enumerated(EnumType.STRING)
    public @Nullable List<DayOfWeek> days;

    protected Post() {}

    public Post(String title, String... tags) {
        this.title = title;
        this.tags.addAll(List.of(tags));
    }
}
