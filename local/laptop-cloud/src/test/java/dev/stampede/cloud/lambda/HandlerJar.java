package dev.stampede.cloud.lambda;

import dev.stampede.cloud.lambda.handlers.Handlers;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// Packs the test handlers into a function's jar.
final class HandlerJar {

    private static final String FOLDER = Handlers.class.getPackageName().replace('.', '/');

    private HandlerJar() {}

    /// @param mark what `Handlers.Marked` answers
    static void pack(Path jar, String mark) {
        try {
            Path classes = Path.of(Handlers.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path partial = jar.resolveSibling(jar.getFileName() + ".partial");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(partial));
                    Stream<Path> files = Files.list(classes.resolve(FOLDER))) {
                List<Path> handlers =
                        files.filter(file -> file.getFileName().toString().startsWith("Handlers")).toList();
                for (Path file : handlers) {
                    out.putNextEntry(new JarEntry(FOLDER + "/" + file.getFileName()));
                    Files.copy(file, out);
                }
                out.putNextEntry(new JarEntry(FOLDER + "/mark.json"));
                out.write(mark.getBytes(StandardCharsets.UTF_8));
            }
            Files.move(partial, jar, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
