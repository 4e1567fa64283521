package org.alkahest.orm.concrete;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.alkahest.orm.mapping.Ref;

@Entity
@Table(name = "trucks")
public class Truck extends Vehicle {
    @Column(precision = 6, scale = 2)
    public BigDecimal tons;

    @ManyToOne
    public Ref<Vehicle> tows;

    protected Truck() {}

    public Truck(String plate, String maker, BigDecimal tons) {
        super(plate, maker);
        this.tons = tons;
    }
}
