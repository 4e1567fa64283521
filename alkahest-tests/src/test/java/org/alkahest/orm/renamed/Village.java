package org.alkahest.orm.renamed;

import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.OnUpdate;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.schema.ForeignKey.Action;

/** Refers by a foreign key that follows, and by one that the database does not know. */
@Entity
@Table(name = "villages")
public class Village {
    @Id
    public Integer id;

    public String name;

    @ManyToOne
    @OnUpdate(Action.CASCADE)
    public Ref<Region> region;

    @ManyToOne
    @JoinColumn(name = "origin_code", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    public Ref<Region> origin;

    protected Village() {}

    public Village(String name) {
        this.name = name;
    }
}
