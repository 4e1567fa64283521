package org.alkahest.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Writes the index of a module's entities, each with its superclass if that is an entity: how a root finds its subclasses,
 * which no companion can know. A build of some classes keeps the lines of others that are there still.
 */
public final class EntityIndexProcessor extends AbstractProcessor {
    private static final String RESOURCE = "META-INF/alkahest/entities";

    private final Map<String, String> lines = new TreeMap<>();

    /** For ServiceLoader. */
    public EntityIndexProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Annotation.PACKAGE + "Entity");
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (element instanceof TypeElement type) {
                    add(type);
                }
            }
        }
        if (round.processingOver() && !lines.isEmpty() && !round.errorRaised()) {
            keepOthers();
            write();
        }
        return false;
    }

    private void add(TypeElement type) {
        List<TypeElement> superclasses = InheritanceReader.entitySuperclasses(type);
        String name = name(type);
        lines.put(name, superclasses.isEmpty() ? name : name + " " + name(superclasses.get(0)));
    }

    private String name(TypeElement type) {
        return processingEnv.getElementUtils().getBinaryName(type).toString();
    }

    private void keepOthers() {
        try {
            String present = processingEnv
                    .getFiler()
                    .getResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE)
                    .getCharContent(true)
                    .toString();
            for (String line : present.split("\n", -1)) {
                String name = line.split(" ", -1)[0];
                TypeElement type = processingEnv.getElementUtils().getTypeElement(name.replace('$', '.'));
                if (type != null
                        && Annotation.isPresent(type, "Entity")
                        && name(type).equals(name)) {
                    lines.putIfAbsent(name, line);
                }
            }
        } catch (IOException e) {
            // There is none yet, which compilers tell in different ways.
        }
    }

    private void write() {
        Filer filer = processingEnv.getFiler();
        try (Writer writer = filer.createResource(StandardLocation.CLASS_OUTPUT, "", RESOURCE)
                .openWriter()) {
            for (String line : lines.values()) {
                writer.write(line + "\n");
            }
        } catch (IOException e) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "Cannot write the index of entities: " + e.getMessage()
                                    + ". Look at the output directory. [ALK-3019]");
        }
    }
}
