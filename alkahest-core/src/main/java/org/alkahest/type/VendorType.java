package org.alkahest.type;

import java.util.Objects;

/**
 * The SQL of a type that only some databases have; {@link SqlTypes#vendor} and {@link SqlType#withVendor} make a
 * {@link SqlType} of it. On other databases it is refused before anything is sent (ALK-1210). Immutable.
 *
 * @param name the type as CREATE TABLE names it, written as it is
 * @param castName the type as CAST names it, written as it is
 * @param castsParameters whether parameters are sent as {@code CAST(? AS castName)}, because the driver does not know
 *     the type
 */
public record VendorType(Vendor vendor, String name, String castName, boolean castsParameters) {
    public VendorType {
        Objects.requireNonNull(vendor, "vendor is null");
        Objects.requireNonNull(name, "name is null");
        Objects.requireNonNull(castName, "castName is null");
    }

    /** A type with one name, whose parameters are sent with a cast. */
    public static VendorType cast(Vendor vendor, String name) {
        return new VendorType(vendor, name, name, true);
    }

    /** A type with one name, whose parameters the driver sends as they are. */
    public static VendorType plain(Vendor vendor, String name) {
        return new VendorType(vendor, name, name, false);
    }
}
