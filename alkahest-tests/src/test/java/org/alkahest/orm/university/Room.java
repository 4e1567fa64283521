package org.alkahest.orm.university;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "rooms")
public class Room {
    @Id
    @Column(length = 20) // not every database has keys of any length
    String code = "";

    int seats;

    protected Room() {}

    Room(String code, int seats) {
        this.code = code;
        this.seats = seats;
    }

    @Override
    public String toString() {
        return "Room " + code;
    }
}
