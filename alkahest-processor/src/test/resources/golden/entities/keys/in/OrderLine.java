package keys;

import jakarta.persistence.*;

@Entity
class OrderLine {
    @EmbeddedId
    Key key;

    String article;

    @Embeddable
    record Key(int orderNumber, Integer line) {}
}
