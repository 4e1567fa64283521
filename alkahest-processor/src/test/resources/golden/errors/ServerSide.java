import jakarta.persistence.*;
import org.alkahest.orm.mapping.Computed;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.orm.mapping.ServerDefault;
import org.alkahest.orm.mapping.ServerGenerated;

@Entity
class ServerSide {
    @Id
    @ServerDefault("1")
    @Column(insertable = false)
    Integer id;

    @Version
    @Computed("1")
    int version;

    @Computed("1")
    @ServerDefault("1")
    Integer both;

    @Computed("1")
    @Column(updatable = false)
    Integer written;

    @ServerGenerated
    @Column(insertable = false)
    Integer said;

    @ServerDefault("1")
    int primitive;

    @Column(columnDefinition = "INT DEFAULT 1")
    Integer defined;

    @ManyToOne
    @JoinColumn(insertable = false)
    @ServerGenerated
    Ref<ServerSide> other;
}
