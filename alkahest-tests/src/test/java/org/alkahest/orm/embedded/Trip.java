package org.alkahest.orm.embedded;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A key that is a record, records in a record, and a class in a class. */
@Entity
@Table(name = "trips")
public class Trip {
    @EmbeddedId
    public Code code;

    @AttributeOverride(name = "point.x", column = @Column(name = "start_x"))
    @AttributeOverride(name = "point.y", column = @Column(name = "start_y"))
    @AttributeOverride(name = "label", column = @Column(name = "start_label", length = 20))
    public Stop start;

    @AttributeOverride(name = "point.x", column = @Column(name = "goal_x"))
    @AttributeOverride(name = "point.y", column = @Column(name = "goal_y"))
    @AttributeOverride(name = "label", column = @Column(name = "goal_label", length = 20))
    public Stop goal;

    public Bus bus;

    protected Trip() {}

    public Trip(String line, int number) {
        this.code = new Code(line, number);
    }

    /** The key. */
    @Embeddable
    public record Code(@Column(length = 20) String line, int number) {}

    /** A record in a record. */
    @Embeddable
    public record Stop(String label, Point point) {}

    /** The innermost. */
    @Embeddable
    public record Point(Integer x, Integer y) {}

    /** A class that holds another. */
    @Embeddable
    public static class Bus {
        @Column(length = 20)
        public String plate;

        public Engine engine;
    }

    /** Changed in place. */
    @Embeddable
    public static class Engine {
        public Integer power;

        @Column(length = 20)
        public String fuel;
    }
}
