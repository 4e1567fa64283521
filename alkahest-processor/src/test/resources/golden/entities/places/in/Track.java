package places;

import jakarta.persistence.*;
import org.alkahest.orm.mapping.Ref;

@Entity
class Track {
    @Id
    Integer id;

    @Column(name = "name")
    String title;

    @ManyToOne
    Ref<Album> album;

    @ManyToOne
    Ref<Album> other;

    @ManyToOne
    Ref<Album> third;

    @ManyToOne
    Ref<Album> fourth;

    int tracksOrder;
}
