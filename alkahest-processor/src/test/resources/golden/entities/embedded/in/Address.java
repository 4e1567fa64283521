package embedded;

import jakarta.persistence.*;

@Embeddable
public class Address {
    private String street;
    Position position;

    protected Address() {}
}
