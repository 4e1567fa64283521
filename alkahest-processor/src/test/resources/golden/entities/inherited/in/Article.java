package shop;

import base.Base;
import jakarta.persistence.*;

@Entity
@AttributeOverride(name = "created", column = @Column(name = "created_at", nullable = false))
public class Article extends Base<Long, Article> {
    String name;
}
