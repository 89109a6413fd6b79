package dev.stampede.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the native SQLite that DynamoDB Local needs. Maven brings it as artifacts of its own: beside the jars in
/// `target/lib`, or in the neighbouring folder of the local repository.
final class NativeSqlite {

    private static final String PROPERTY = "sqlite4java.library.path";

    private NativeSqlite() {}

    /// @throws IllegalStateException when there is none for this machine
    static void locate() {
        if (System.getProperty(PROPERTY) == null) {
            String name = libraryName();
            Path jar = jar();
            Path folder = folderWith(jar.getParent(), name)
                    .or(() -> inRepository(jar, name))
                    .orElseThrow(() -> new IllegalStateException(
                            "There is no native SQLite (" + name + ") beside " + jar
                            + ". Set -D" + PROPERTY + " to a folder with one for this machine."));
            System.setProperty(PROPERTY, folder.toString());
        }
    }

    private static Path jar() {
        try {
            return Path.of(com.almworks.sqlite4java.SQLite.class.getProtectionDomain().getCodeSource().getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String libraryName() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch");
        boolean arm = arch.equals("aarch64");
        if (os.contains("mac")) {
            return arm ? "libsqlite4java-osx-aarch64" : "libsqlite4java-osx";
        }
        if (os.contains("windows")) {
            return "sqlite4java-win32-x64";
        }
        return arm ? "libsqlite4java-linux-aarch64" : "libsqlite4java-linux-amd64";
    }

    private static Optional<Path> inRepository(Path jar, String name) {
        Path version = jar.getParent();
        Path almworks = version.getParent().getParent();
        // Up from com/almworks/sqlite4java.
        Path root = almworks.resolve("../../..").normalize();
        return Stream.of(almworks, root.resolve("io/github/ganadist/sqlite4java"))
                .flatMap(group -> folderWith(group.resolve(name).resolve(version.getFileName()), name).stream())
                .findFirst();
    }

    private static Optional<Path> folderWith(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().matches(name + "(-[0-9.]+)?\\.(so|dylib|dll)"))
                    ? Optional.of(folder)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
