import jakarta.persistence.*;
import java.util.*;
import org.alkahest.orm.mapping.Ref;

class ToOnes {
    @Entity
    static class Student {
        @Id
        Integer id;

        @OneToOne(mappedBy = "owner")
        Ref<Card> card;

        String name;
    }

    @Entity
    static class Card {
        @Id
        Integer id;

        @OneToOne
        Ref<Student> student;

        @ManyToOne
        Ref<Student> owner;
    }

    @Entity
    static class Pair {
        @Id
        int a;

        @Id
        int b;
    }

    @Entity
    static class Fee {
        @Id
        Integer id;

        @ManyToOne(fetch = FetchType.LAZY)
        Student lazy;

        @ManyToOne(fetch = FetchType.EAGER)
        Ref<Student> eager;

        @SuppressWarnings("rawtypes")
        @ManyToOne
        Ref raw;

        @ManyToOne
        Ref<String> text;

        @ManyToOne
        Optional<Student> maybe;

        @ManyToOne
        List<Student> many;

        @ManyToOne
        Ref<?> any;

        @ManyToOne
        final Ref<Student> fixed = Ref.none();

        @ManyToOne(targetEntity = Student.class)
        Ref<Student> said;

        @ManyToOne
        @JoinColumn(name = "x")
        @JoinColumn(name = "y")
        Ref<Student> two;

        @ManyToOne
        @JoinColumn(referencedColumnName = "name")
        Ref<Student> byName;

        @ManyToOne
        @JoinColumn(name = "a")
        Ref<Pair> half;

        @ManyToOne
        @JoinColumn(foreignKey = @ForeignKey(foreignKeyDefinition = "x"))
        Ref<Student> sql;

        @ManyToOne
        @Column(name = "x")
        Ref<Student> column;

        @ManyToOne
        @JoinColumn(name = "again")
        Ref<Student> first;

        @Column(name = "again")
        Integer second;

        Ref<Student> unsaid;
        Student unsaidPlain;
        List<Student> unsaidList;

        @OneToOne(mappedBy = "nothing")
        Ref<Card> nothing;

        @OneToOne(mappedBy = "student")
        Ref<Card> wrong;

        @OneToOne(mappedBy = "card")
        Ref<Student> twice;

        @OneToOne(mappedBy = "student", optional = false)
        @JoinColumn
        Ref<Card> column2;

        @ManyToOne
        Ref<NoKey> noKey;

        @ManyToOne
        Ref<Plain> plain;
    }

    @Entity
    static class NoKey {}

    static class Plain {}
}
