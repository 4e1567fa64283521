import jakarta.persistence.*;
import java.util.*;
import org.alkahest.orm.mapping.Ref;

@Entity
@Inheritance
@Cacheable
@NamedQuery(name = "all", query = "from Unsupported")
@SecondaryTable(name = "more")
@Access(AccessType.PROPERTY)
class Unsupported {
    @Id
    Integer id;

    @PersistenceContext
    int version;

    @Temporal(TemporalType.DATE)
    Date date;

    @ElementCollection
    List<String> tags;

    @ManyToMany
    Map<String, Unsupported> byName;

    @OneToMany
    @JoinColumn(name = "parent_id")
    List<Unsupported> others;

    @OneToMany
    @JoinColumn
    @JoinTable
    List<Unsupported> both;

    @ManyToOne
    @Id
    Ref<Unsupported> parent;

    @Column(name = "title")
    String getTitle() {
        return "";
    }
}
