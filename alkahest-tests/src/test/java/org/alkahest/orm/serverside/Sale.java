package org.alkahest.orm.serverside;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.Computed;
import org.alkahest.orm.mapping.ServerDefault;

/** Each way in which a column's value is not simply the field's. */
@Entity
@Table(name = "sales")
public class Sale {
    @Id
    public Integer id;

    public int price;

    public int amount = 1; // a default of the program's

    @Computed("price * amount")
    public int total;

    @ServerDefault("7")
    public Integer discount;

    @Column(updatable = false, length = 20)
    public String seller;

    @Column(insertable = false)
    @ServerDefault("3")
    public Integer rank;

    @Column(insertable = false, updatable = false, length = 20)
    public String remark;

    protected Sale() {}

    public Sale(int price, String seller) {
        this.price = price;
        this.seller = seller;
    }
}
