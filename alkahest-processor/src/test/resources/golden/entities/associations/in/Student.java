package school;

import jakarta.persistence.*;
import java.util.*;
import org.alkahest.orm.mapping.Ref;

@Entity
@Table(name = "students")
public class Student {
    @Id
    Integer id;

    @ManyToOne(optional = false)
    private Ref<School> school;

    @OneToOne(mappedBy = "student", cascade = CascadeType.ALL, orphanRemoval = true)
    Ref<Card> card;

    @ManyToMany
    private Set<Course> courses = new HashSet<>();

    @ManyToMany(cascade = CascadeType.REFRESH)
    @JoinTable(
            name = "friendship",
            schema = "social",
            joinColumns = @JoinColumn(name = "one"),
            inverseJoinColumns = @JoinColumn(name = "other", foreignKey = @ForeignKey(name = "other_fk")))
    Collection<Student> friends = new ArrayList<>();

    @OneToMany
    List<Prize> prizes = new ArrayList<>();

    @OneToMany(mappedBy = "student")
    @OrderBy("day DESC, id")
    List<Note> notes = new ArrayList<>();
}
