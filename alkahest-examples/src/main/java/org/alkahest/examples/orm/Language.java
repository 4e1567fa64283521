package org.alkahest.examples.orm;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

// snippet: language
@Entity
@Table(name = "languages")
record Language(
        @Id @Column(length = 3) String code, // the constructor has it, so nobody generates it
        @Column(length = 40) String name) {}
// end
