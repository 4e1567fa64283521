package org.alkahest.processor;

import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The metadata that a native image needs: the companion is found by name, and private fields by their handles. */
final class NativeImage {
    private NativeImage() {}

    /** The resource's name; one directory per class, since a native image reads them all. */
    static String resource(String binaryName) {
        return "META-INF/native-image/org.alkahest.companions/" + binaryName + "/reachability-metadata.json";
    }

    static String metadata(String binaryName, Companion companion, List<Property> properties) {
        String fields = properties.stream()
                .filter(property -> property.access() != Property.Access.COMPONENT)
                .filter(property -> property.field().getModifiers().contains(Modifier.PRIVATE))
                .filter(property ->
                        property.declaredBy().equals(property.field().getEnclosingElement()))
                .map(property -> "{\"name\": \"" + property.name() + "\"}")
                .collect(Collectors.joining(", "));
        String type = fields.isEmpty() ? "" : ",\n    {\"type\": \"" + binaryName + "\", \"fields\": [" + fields + "]}";
        return "{\n  \"reflection\": [\n    {\"type\": \"" + companion.qualifiedName() + "\"}" + type + "\n  ]\n}\n";
    }
}
