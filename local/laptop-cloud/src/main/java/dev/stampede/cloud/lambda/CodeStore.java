package dev.stampede.cloud.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// Deployed code: a copy of each jar under its hash. A build may then overwrite the jar while a worker still loads
/// classes from its own, and an AOT cache stays valid for a rebuilt jar that is the same (it is bound to path and
/// time).
final class CodeStore {

    /// @param hash names the content
    record Code(String hash, Path jar) {}

    private record Stamp(FileTime modified, long size) {}

    private record Deployed(Stamp stamp, Code code) {}

    private static final FileTime TIME = FileTime.fromMillis(1_767_225_600_000L);

    private final Path folder;
    private final Map<Path, Deployed> deployed = new ConcurrentHashMap<>();

    CodeStore(Path folder) {
        this.folder = folder;
    }

    /// The jar's content as it is now. Costs one look at the file's time while nothing changes. While a build is
    /// writing the jar, and while it is away, the content before.
    Code current(Path jar) {
        Deployed known = deployed.get(jar);
        try {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            Stamp stamp = new Stamp(attributes.lastModifiedTime(), attributes.size());
            if (known == null || !known.stamp.equals(stamp) || !Files.exists(known.code.jar())) {
                known = new Deployed(stamp, deploy(jar));
                deployed.put(jar, known);
            }
            return known.code;
        } catch (IOException e) {
            if (known == null) {
                throw new UncheckedIOException("cannot read " + jar + "; run ./stampede build", e);
            }
            return known.code;
        }
    }

    /// Removes code that was deployed before, unless it may be another cloud's.
    void keepOnly(Set<Code> needed) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Set<Path> kept = needed.stream().map(code -> code.jar().getParent()).collect(Collectors.toSet());
        try (Stream<Path> folders = Files.list(folder)) {
            for (Path old : folders.filter(each -> !kept.contains(each) && isOld(each)).toList()) {
                Files.deleteIfExists(old.resolve("function.jar"));
                if (!isUsed(old)) {
                    Files.delete(old);
                }
            }
        }
    }

    /// What is old and not needed here is needed nowhere; what is young may be in the making by another cloud.
    static boolean isOld(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(Duration.ofMinutes(10)));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isUsed(Path folder) throws IOException {
        // It is a working directory too: a function may have left files there.
        try (Stream<Path> rest = Files.list(folder)) {
            return rest.findAny().isPresent();
        }
    }

    private Code deploy(Path jar) throws IOException {
        byte[] content = Files.readAllBytes(jar);
        String hash = hash(content);
        Path copy = folder.resolve(hash).resolve("function.jar");
        if (!Files.exists(copy)) {
            Files.createDirectories(copy.getParent());
            Path partial = Files.createTempFile(copy.getParent(), "function", ".partial");
            Files.write(partial, content);
            // A jar's directory is at its end: a half-written one cannot be opened.
            try (ZipFile _ = new ZipFile(partial.toFile())) {
                Files.setLastModifiedTime(partial, TIME);
                Files.move(partial, copy, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
        }
        return new Code(hash, copy);
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
