package keys;

import jakarta.persistence.*;

@Entity
@IdClass(Seat.Key.class)
public class Seat {
    @Id
    private String hall;

    @Id
    int number;

    public record Key(Integer number, String hall) {}
}
