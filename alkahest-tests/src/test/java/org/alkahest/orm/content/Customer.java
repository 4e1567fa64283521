package org.alkahest.orm.content;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alkahest.orm.mapping.JsonColumn;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** JSON as a record, a map, a tree and text; and a duration. */
@Entity
@Table(name = "customers")
public class Customer {
    @Id
    public Integer id;

    @JsonColumn
    public @Nullable Address address;

    @JsonColumn
    public Map<String, Object> extra = new LinkedHashMap<>();

    @JsonColumn
    public @Nullable JsonNode tree;

    @JsonColumn
    public @Nullable String raw;

    public @Nullable Duration since;

    public Customer() {}

    /** Nested JSON. */
    public record Address(String street, List<String> lines) {}
}
