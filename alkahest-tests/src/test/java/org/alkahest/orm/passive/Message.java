package org.alkahest.orm.passive;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.alkahest.orm.mapping.OnDelete;
import org.alkahest.orm.mapping.Ref;
import org.alkahest.schema.ForeignKey.Action;

@Entity
@Table(name = "messages")
public class Message {
    @Id
    public Integer id;

    public String text;

    @ManyToOne
    @OnDelete(Action.CASCADE)
    public Ref<Forum> forum;

    @ManyToOne
    @OnDelete(Action.SET_NULL)
    public Ref<Forum> moved;

    protected Message() {}

    public Message(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
