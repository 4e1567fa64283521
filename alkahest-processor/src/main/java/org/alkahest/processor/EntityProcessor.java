package org.alkahest.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Generates the companion of each entity, mapped superclass and embeddable. Compilers find it through ServiceLoader. Option:
 * {@code -Aalkahest.naming=snake_case}, {@code upper_snake_case} or {@code as_written}.
 */
public final class EntityProcessor extends AbstractProcessor {
    private static final List<String> ANNOTATIONS = List.of("Entity", "MappedSuperclass", "Embeddable");

    /** Classes with types that another processor has yet to generate, by qualified name. */
    private final Set<String> deferred = new LinkedHashSet<>();

    private @Nullable Context context;

    /** For ServiceLoader. */
    public EntityProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                Annotation.PACKAGE + "Entity",
                Annotation.PACKAGE + "MappedSuperclass",
                Annotation.PACKAGE + "Embeddable",
                Annotation.PACKAGE + "Converter");
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(Naming.OPTION);
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Context known = context == null ? begin() : context;
        context = known;
        known.compilation().add(round);
        if (round.processingOver()) {
            return false;
        }
        Set<String> names = new LinkedHashSet<>(deferred);
        deferred.clear();
        for (TypeElement annotation : annotations) {
            for (Element element : round.getElementsAnnotatedWith(annotation)) {
                if (annotation.getSimpleName().contentEquals("Converter")) {
                    checkConverter(known, element);
                } else if (element instanceof TypeElement type) {
                    names.add(type.getQualifiedName().toString());
                }
            }
        }
        names.stream()
                .map(name -> known.elements().getTypeElement(name))
                .filter(type -> type != null)
                .forEach(type -> process(known, type));
        return false;
    }

    /** Not in init, which is synchronized where it is declared. */
    private Context begin() {
        Elements elements = processingEnv.getElementUtils();
        String option = processingEnv.getOptions().getOrDefault(Naming.OPTION, "snake_case");
        Optional<Naming> naming = Naming.parse(option);
        if (naming.isEmpty()) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.ERROR,
                            "Cannot name tables: option " + Naming.OPTION + " is '" + option + "'. Use one of "
                                    + Naming.options() + ". [ALK-3022]");
        }
        Compilation compilation = new Compilation(elements);
        return new Context(
                elements,
                processingEnv.getTypeUtils(),
                compilation,
                new Problems(processingEnv.getMessager(), compilation),
                naming.orElse(Naming.SNAKE_CASE));
    }

    private void process(Context context, TypeElement type) {
        if (Hierarchy.fields(type).stream().anyMatch(EntityProcessor::isUnfinished)) {
            deferred.add(type.getQualifiedName().toString());
            return;
        }
        context.problems().begin(type);
        List<String> roles = ANNOTATIONS.stream()
                .filter(name -> Annotation.isPresent(type, name))
                .toList();
        switch (roles.get(0)) {
            case "Entity" ->
                new EntityReader(context).read(type).ifPresent(model -> {
                    write(context, type, model.companion(), new CompanionWriter(context, model).write());
                    writeMetadata(context, type, new Hierarchy(context.silent()).ofEntity(type));
                });
            case "MappedSuperclass" -> processAccessor(context, type, false);
            default -> processAccessor(context, type, true);
        }
    }

    private void processAccessor(Context context, TypeElement type, boolean isEmbeddable) {
        int before = context.problems().count();
        ClassRules rules = new ClassRules(context);
        if (isEmbeddable) {
            rules.checkEmbeddable(type);
        } else {
            rules.checkMappedSuperclass(type);
        }
        if (context.problems().count() > before || Context.isRecord(type)) {
            return;
        }
        List<Property> properties = new Hierarchy(context).ofEmbeddable(type);
        properties.forEach(new FinalFields(context)::check);
        if (context.problems().count() == before) {
            write(context, type, context.companion(type), new AccessorWriter(context, type, properties).write());
            writeMetadata(context, type, properties);
        }
    }

    /** A converter for all attributes of a type would make what is generated for one class depend on all others. */
    private void checkConverter(Context context, Element element) {
        Annotation.find(element, "Converter")
                .filter(annotation -> annotation.flag("autoApply", false))
                .ifPresent(annotation -> context.problems()
                        .add(
                                "ALK-3018",
                                element,
                                annotation,
                                "autoApply = true is not supported, since the processor looks at one class at a time.",
                                "Remove it, and name the converter with @Convert at the fields."));
    }

    private static boolean isUnfinished(VariableElement field) {
        return isUnfinished(field.asType());
    }

    private static boolean isUnfinished(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR
                || (type instanceof DeclaredType declared
                        && declared.getTypeArguments().stream().anyMatch(EntityProcessor::isUnfinished));
    }

    private void write(Context context, TypeElement type, Companion companion, String source) {
        Filer filer = processingEnv.getFiler();
        try (Writer writer =
                filer.createSourceFile(companion.qualifiedName(), type).openWriter()) {
            writer.write(source);
        } catch (IOException e) {
            context.problems()
                    .add(
                            "ALK-3019",
                            type,
                            "its companion " + companion.qualifiedName() + " cannot be written: " + e.getMessage()
                                    + ".",
                            "Rename the class if another one has that companion; else look at the output directory.");
        }
    }

    private void writeMetadata(Context context, TypeElement type, List<Property> properties) {
        String binaryName = context.elements().getBinaryName(type).toString();
        List<Property> own = properties.stream()
                .filter(property -> property.declaredBy().equals(type))
                .toList();
        try (Writer writer = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", NativeImage.resource(binaryName), type)
                .openWriter()) {
            writer.write(NativeImage.metadata(binaryName, context.companion(type), own));
        } catch (IOException e) {
            context.problems()
                    .add(
                            "ALK-3019",
                            type,
                            "its native-image metadata cannot be written: " + e.getMessage() + ".",
                            "Look at the output directory.");
        }
    }
}
