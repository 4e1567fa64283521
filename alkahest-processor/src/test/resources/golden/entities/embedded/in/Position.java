package embedded;

import jakarta.persistence.*;

@Embeddable
public class Position {
    double latitude;
    Double longitude;
}
