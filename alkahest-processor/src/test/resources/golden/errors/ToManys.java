import jakarta.persistence.*;
import java.util.*;
import org.alkahest.orm.mapping.Ref;

class ToManys {
    @Entity
    static class Fee {
        @Id
        Integer id;

        @ManyToOne
        Ref<Student> student;

        @ManyToOne
        Ref<Fee> previous;

        @ManyToMany
        List<Student> payers;

        String name;
    }

    @Entity
    static class Student {
        @Id
        Integer id;

        @OneToMany(mappedBy = "pupil")
        List<Fee> missing;

        @OneToMany(mappedBy = "name")
        List<Fee> basic;

        @OneToMany(mappedBy = "previous")
        List<Fee> other;

        @ManyToMany(mappedBy = "student")
        List<Fee> one;

        @ManyToMany(mappedBy = "friends")
        List<Student> loop;

        @ManyToMany(mappedBy = "loop")
        List<Student> friends;

        @OneToMany(mappedBy = "student")
        @JoinColumn
        List<Fee> column;

        @OneToMany(mappedBy = "student", fetch = FetchType.EAGER)
        List<Fee> eager;

        @OneToMany(mappedBy = "student")
        ArrayList<Fee> implementation;

        @OneToMany(mappedBy = "student")
        Fee[] array;

        @SuppressWarnings("rawtypes")
        @OneToMany(mappedBy = "student")
        List raw;

        @OneToMany
        List<String> texts;

        @OneToMany(mappedBy = "student")
        Optional<Fee> maybe;

        @OneToMany(mappedBy = "student")
        @OrderBy("nam, id SIDEWAYS")
        List<Fee> ordered;

        @ManyToMany
        @JoinTable(joinColumns = @JoinColumn(name = "x"), inverseJoinColumns = @JoinColumn(name = "X"))
        Set<Fee> same;

        @ManyToMany
        @JoinTable(
                catalog = "c",
                joinColumns = {@JoinColumn(name = "a"), @JoinColumn(name = "b")})
        Set<Fee> two;

        @OneToMany(mappedBy = "student")
        @Column(name = "x")
        List<Fee> withColumn;

        List<Fee> unsaid;
        Set<String> unsaidTexts;
    }
}
