package org.alkahest.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

final class JacksonMissingTest {
    @Test
    void saysWhichArtifactIsMissing() throws Exception {
        try (Loader loader = new Loader()) {
            Class<?> types = loader.loadClass(SqlTypes.class.getName());
            assertThat(types.getField("JSON").get(null)).hasToString("JSON");
            InvocationTargetException thrown = Assertions.catchThrowableOfType(
                    InvocationTargetException.class,
                    () -> types.getMethod("json", Class.class).invoke(null, String.class));
            assertThat(thrown.getCause())
                    .hasMessageContaining("ALK-1170")
                    .hasMessageContaining("tools.jackson.core:jackson-databind");
        }
    }

    /** Sees the classes of Alkahest, but not those of Jackson. */
    private static final class Loader extends URLClassLoader {
        Loader() {
            super(
                    new URL[] {
                        SqlTypes.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    JacksonMissingTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("tools.jackson")) {
                throw new ClassNotFoundException(name);
            }
            if (name.startsWith("org.alkahest.")) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
            return super.loadClass(name, resolve);
        }
    }
}
