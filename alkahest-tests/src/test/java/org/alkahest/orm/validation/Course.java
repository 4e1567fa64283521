package org.alkahest.orm.validation;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A title, a place with a rule of its own, and a limited number of seats. */
@Entity
@Table(name = "validated_courses")
public class Course {
    @Id
    public Integer id;

    @NotBlank
    public @Nullable String title;

    @Valid
    @Embedded
    public Room room = new Room();

    @Size(max = 2)
    @OneToMany(mappedBy = "course")
    public List<@Valid Seat> seats = new ArrayList<>();

    protected Course() {}

    public Course(@Nullable String title) {
        this.title = title;
    }
}
