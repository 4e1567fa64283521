package org.alkahest.orm.immutable;

import jakarta.persistence.Embeddable;

@Embeddable
public record Point(Integer east, Integer north) {}
