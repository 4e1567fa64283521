package org.alkahest.examples.university;

import java.math.BigDecimal;

/** What a student has paid altogether. */
record Total(String name, BigDecimal paid) {}
