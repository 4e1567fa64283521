package org.alkahest.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.alkahest.type.AlkahestArgumentException;

/** The way from a JSON document to a part of it: keys of objects and positions in arrays. Immutable. */
public record JsonPath(List<Step> steps) {
    /** The document itself. */
    public static final JsonPath ROOT = new JsonPath(List.of());

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /** On to the value of a key. */
    public JsonPath key(String name) {
        return with(new Key(name));
    }

    /** On to an element, counted from 0; errors with ALK-1172 if negative. */
    public JsonPath index(int position) {
        return with(new Index(position));
    }

    private JsonPath with(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new JsonPath(all);
    }

    /** One step down. */
    public sealed interface Step {}

    /** The value of a key, whatever characters it has. */
    public record Key(String name) implements Step {
        public Key {
            Objects.requireNonNull(name, "name is null");
        }
    }

    /** An element, counted from 0. */
    public record Index(int position) implements Step {
        public Index {
            if (position < 0) {
                throw new AlkahestArgumentException(
                        "ALK-1172",
                        "Cannot take element " + position + " of a JSON array: elements are counted from 0."
                                + " Give 0 or more.");
            }
        }
    }
}
