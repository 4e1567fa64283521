package org.alkahest.orm.validation;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;

/** Where a course is held. */
@Embeddable
public class Room {
    @Max(9)
    public int floor;
}
