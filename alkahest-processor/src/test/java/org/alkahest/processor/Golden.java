package org.alkahest.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Files with the expected output. {@code -Dbless=true} writes what came out as what is expected. */
final class Golden {
    static final Path ROOT = Path.of("src/test/resources/golden");

    private Golden() {}

    static Stream<Path> cases(String group) {
        try (Stream<Path> files = Files.list(ROOT.resolve(group))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void compare(Path expected, String actual) {
        if (Boolean.getBoolean("bless")) {
            write(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.exists(expected) ? Compile.read(expected) : "(no such file)");
    }

    /** All files of a folder, so that one too many is found as well. */
    static void compareAll(Path folder, Map<String, String> actual) {
        if (Boolean.getBoolean("bless")) {
            files(folder).keySet().forEach(name -> delete(folder.resolve(name)));
            actual.forEach((name, text) -> write(folder.resolve(name), text));
        }
        assertThat(actual).isEqualTo(files(folder));
    }

    private static Map<String, String> files(Path folder) {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.filter(Files::isRegularFile)
                        .forEach(file ->
                                files.put(folder.relativize(file).toString().replace('\\', '/'), Compile.read(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
