package dev.stampede.local.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pekko.actor.Props;

/// ElasticMQ's store of queues and messages in an H2 database. Its connection pool is one for the whole process, made with
/// the first store and never again: a second engine would write into the first one's database. So each store is loaded as
/// a copy of its own.
final class QueueStore implements AutoCloseable {

    private static final String STORE = "org.elasticmq.persistence.sql.";
    private static final String POOL = "scalikejdbc.";

    private final ClassLoader copy = new Copy(QueueStore.class.getClassLoader());
    private final String url;

    private QueueStore(Path folder) {
        this.url = "jdbc:h2:" + folder.resolve("queues").toAbsolutePath();
    }

    static QueueStore in(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new QueueStore(folder);
    }

    Props actor() {
        try {
            Object config = copy.loadClass(STORE + "SqlQueuePersistenceConfig")
                    .getConstructor(boolean.class, String.class, String.class, String.class, String.class, boolean.class)
                    .newInstance(true, "org.h2.Driver", url, "", "", false);
            return Props.create(copy.loadClass(STORE + "SqlQueuePersistenceActor"), config,
                    scala.collection.immutable.List$.MODULE$.empty());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("ElasticMQ's store is not what it was", e);
        }
    }

    /// Lets go of the database, which another engine may open then.
    @Override
    public void close() {
        try {
            Class<?> pool = copy.loadClass(POOL + "ConnectionPool$");
            pool.getMethod("closeAll").invoke(pool.getField("MODULE$").get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the database of the queues does not close", e);
        }
    }

    /// The store and its pool again, apart from every other copy; all else is shared.
    private static final class Copy extends ClassLoader {

        static {
            registerAsParallelCapable();
        }

        Copy(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(STORE) && !name.startsWith(POOL)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
