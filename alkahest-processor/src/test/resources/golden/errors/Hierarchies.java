import jakarta.persistence.*;

class Hierarchies {
    @Entity
    static class Plain {
        @Id
        Integer id;
    }

    @Entity
    static class SubclassOfPlain extends Plain {}

    @Entity
    @DiscriminatorValue("x")
    static class Alone {
        @Id
        Integer id;
    }

    @Entity
    @Inheritance
    @DiscriminatorColumn(length = 5, columnDefinition = "CHAR(5)")
    static class Root {
        @Id
        Integer id;

        String dtype;
    }

    @Entity
    @Inheritance
    @Table(name = "elsewhere")
    @DiscriminatorColumn
    static class Repeating extends Numbered {
        @Id
        Integer other;
    }

    @Entity
    @Inheritance
    @DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
    @DiscriminatorValue("1")
    static class Numbered {
        @Id
        Integer id;
    }

    @Entity
    static class Named extends Numbered {}

    @Entity
    @Inheritance
    @DiscriminatorColumn(length = 5)
    @DiscriminatorValue("short")
    static class Short {
        @Id
        Integer id;
    }

    @Entity
    static class TooLong extends Short {}

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    @DiscriminatorValue("c")
    static class Concrete {
        @Id
        Integer id;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    @DiscriminatorValue("v")
    static class Versioned {
        @Id
        Integer id;

        @Version
        @org.alkahest.orm.mapping.VersionBy(org.alkahest.orm.mapping.VersionBy.Source.MANUAL)
        int version;
    }
}
