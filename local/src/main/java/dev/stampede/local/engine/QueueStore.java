package dev.stampede.local.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.pekko.actor.Props;

/// ElasticMQ's store of queues and messages in an H2 database. Its connection pool is one for the whole process, made with
/// the first store and never again: a second engine would write into the first one's database. So each store is loaded as
/// a copy of its own.
final class QueueStore implements AutoCloseable {

    private static final String STORE = "org.elasticmq.persistence.sql.";
    private static final String POOL = "scalikejdbc.";

    private final ClassLoader copy = new Copy(QueueStore.class.getClassLoader());
    private final String url;
    private final Connection database;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile long begun;
    private long written;

    private QueueStore(Path folder) throws SQLException {
        this.url = "jdbc:h2:" + folder.resolve("queues").toAbsolutePath();
        this.database = DriverManager.getConnection(url, "", "");
    }

    /// Opens the database and puts right what a stop or a kill left.
    static QueueStore in(Path folder) {
        try {
            Files.createDirectories(folder);
            QueueStore store = new QueueStore(folder);
            store.putRight();
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The queues kept on this machine cannot be read. './stampede reset' forgets them.", e);
        }
    }

    /// ElasticMQ leaves a dead letter in the table of its source, too: restored there it would die a second time, and the
    /// store refuses an id that it has. And whoever had received a message is gone: it is visible again.
    private void putRight() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet found = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_schema = 'PUBLIC' AND table_name LIKE 'MESSAGE\\_%'")) {
            while (found.next()) {
                tables.add(found.getString(1));
            }
        }
        try (Statement statement = database.createStatement()) {
            for (String table : tables) {
                for (String letters : tables) {
                    statement.executeUpdate("DELETE FROM " + table + " WHERE dead_letter_source_queue_name IS NULL"
                            + " AND message_id IN (SELECT message_id FROM " + letters
                            + " WHERE dead_letter_source_queue_name IS NOT NULL)");
                }
                statement.executeUpdate("UPDATE " + table + " SET next_delivery = " + System.currentTimeMillis()
                        + " WHERE receive_count > 0 AND next_delivery > " + System.currentTimeMillis());
            }
        }
    }

    /// Returns when all that was committed before is in the file, where a kill does not lose it; H2 alone would take half a
    /// second. Those who come while another writes share the next write.
    void write() {
        long before = begun;
        writing.lock();
        try {
            if (written > before) {
                return;
            }
            long mine = begun + 1;
            begun = mine;
            try (Statement statement = database.createStatement()) {
                statement.execute("CHECKPOINT");
            }
            written = mine;
        } catch (SQLException e) {
            throw new IllegalStateException("what was sent cannot be written down", e);
        } finally {
            writing.unlock();
        }
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
            database.close();
            Class<?> pool = copy.loadClass(POOL + "ConnectionPool$");
            pool.getMethod("closeAll").invoke(pool.getField("MODULE$").get(null));
        } catch (ReflectiveOperationException | SQLException e) {
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
