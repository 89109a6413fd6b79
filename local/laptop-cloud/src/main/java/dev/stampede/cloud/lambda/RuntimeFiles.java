package dev.stampede.cloud.lambda;

import dev.stampede.cloud.lambda.PoolSettings.RuntimeClient;
import dev.stampede.cloud.lambda.worker.WorkerMain;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/// The files every worker starts with, besides the function's own jar: a jar of the few classes of ours that run inside
/// a worker (AOT caches need jars, and a worker shall not see the rest of this program), AWS's runtime interface
/// client, and its native library.
final class RuntimeFiles {

    private static final List<String> WORKER_CLASSES =
            List.of("WorkerMain", "WorkerContext", "WorkerContext$StandardOutput", "RuntimeLoop");
    private static final FileTime TIME = FileTime.fromMillis(1_767_225_600_000L);

    private final PoolSettings settings;
    private final List<Path> jars;
    private final @Nullable Path nativeLibrary;

    RuntimeFiles(PoolSettings settings) {
        this.settings = settings;
        try (Stream<Path> runtime = Files.list(settings.runtimeJars())) {
            Path worker = write("worker-%s.jar", packWorkerClasses());
            List<Path> runtimeJars = runtime.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
            this.jars = Stream.concat(Stream.of(worker), runtimeJars.stream()).toList();
            this.nativeLibrary = settings.client() == RuntimeClient.AWS ? unpackNativeLibrary(runtimeJars) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot prepare the runtime interface client from " + settings.runtimeJars()
                            + "; run ./stampede build",
                    e);
        }
    }

    /// The class path of a worker.
    String classPath(Path functionJar) {
        return Stream.concat(jars.stream(), Stream.of(functionJar))
                .map(Path::toString)
                .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
    }

    /// Options for the client's own needs.
    List<String> options() {
        // Without the property every worker unpacks the library to one place in /tmp, over the file another is loading.
        return nativeLibrary == null
                ? List.of()
                : List.of("-Dcom.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI="
                        + nativeLibrary);
    }

    /// What an AOT cache depends on besides the function's code: it is refused for any other JVM, path or file time.
    String fingerprint() {
        StringBuilder all = new StringBuilder(javaVersion()).append(settings.client());
        try {
            for (Path jar : jars) {
                all.append(jar).append(Files.getLastModifiedTime(jar).toMillis()).append(Files.size(jar));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    private String javaVersion() {
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(settings.javaHome().resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(settings.javaHome() + " is not a JDK", e);
        }
        return release.getProperty("IMPLEMENTOR") + release.getProperty("JAVA_RUNTIME_VERSION");
    }

    private static byte[] packWorkerClasses() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (String name : WORKER_CLASSES) {
                ZipEntry entry = new ZipEntry("dev/stampede/cloud/lambda/worker/" + name + ".class");
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                jar.putNextEntry(entry);
                try (InputStream content = WorkerMain.class.getResourceAsStream(name + ".class")) {
                    content.transferTo(jar);
                }
            }
        }
        return bytes.toByteArray();
    }

    private Path unpackNativeLibrary(List<Path> runtimeJars) throws IOException {
        String libc = Files.exists(Path.of("/etc/alpine-release")) ? "linux_musl" : "linux";
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        String name = "jni/libaws-lambda-jni." + libc + "-" + architecture + ".so";
        for (Path jar : runtimeJars) {
            try (JarFile content = new JarFile(jar.toFile())) {
                ZipEntry library = content.getEntry(name);
                if (library != null) {
                    try (InputStream in = content.getInputStream(library)) {
                        return write("aws-lambda-jni-%s.so", in.readAllBytes());
                    }
                }
            }
        }
        throw new IOException("no " + name + " in " + settings.runtimeJars());
    }

    /// Named by its content, so that two pools of different versions do not meet, and an old file is never written
    /// over.
    private Path write(String pattern, byte[] content) throws IOException {
        Path folder = Files.createDirectories(settings.codeDir().resolve("runtime"));
        Path file = folder.resolve(pattern.formatted(CodeStore.hash(content)));
        if (!Files.exists(file)) {
            Path partial = Files.createTempFile(folder, "runtime", ".partial");
            Files.write(partial, content);
            Files.setLastModifiedTime(partial, TIME);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}
