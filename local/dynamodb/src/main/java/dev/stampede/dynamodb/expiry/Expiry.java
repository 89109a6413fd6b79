package dev.stampede.dynamodb.expiry;

import dev.stampede.dynamodb.table.ChangeListener.Cause;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.table.Writer;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.store.Space;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Says for tables whether their items expire, and deletes those that have.
public final class Expiry {

    /// An item that expired longer ago than five years stays: its attribute may mean something else.
    private static final long OLDEST = Duration.ofDays(5 * 365L + 1).toSeconds();
    private static final int AT_ONCE = 100;

    private final Database database;
    private final DueTimes times;
    private final InstantSource clock;
    /// The tables whose items are not yet all among the due times.
    private final Space unfinished;

    public Expiry(Database database, DueTimes times, InstantSource clock) {
        this.database = database;
        this.times = times;
        this.clock = clock;
        this.unfinished = database.store().space("expiry.unfinished");
        database.tables().stream().filter(table -> unfinished.get(key(table)) != null).forEach(this::finish);
    }

    private static byte[] key(Table table) {
        return table.id().getBytes(StandardCharsets.UTF_8);
    }

    /// Lets the items of a table expire by an attribute, in the course of a write; [#finish(Table)] has to follow.
    ///
    /// @return the table as it is then
    public Table enable(Writer writer, Table table, String attribute) {
        Table enabled = table.withTtl(Optional.of(attribute));
        writer.batch().put(unfinished, key(table), new byte[0]);
        database.keep(writer, enabled);
        return enabled;
    }

    /// Takes up the items that were there when it was enabled.
    public void finish(Table table) {
        database.inPieces(table, (writer, item) -> {
            if (database.find(table.name()).flatMap(Table::ttl).equals(table.ttl())) {
                times.add(writer.batch(), table, item);
            }
        });
        database.write(writer -> writer.batch().remove(unfinished, key(table)));
    }

    /// Lets items be in the course of a write.
    public void disable(Writer writer, Table table) {
        forget(writer, table);
        database.keep(writer, table.withTtl(Optional.empty()));
    }

    /// Forgets the due times of a table that goes, in the course of a write.
    public void forget(Writer writer, Table table) {
        times.clear(writer.batch(), table);
        writer.batch().remove(unfinished, key(table));
    }

    /// Deletes the items of all tables that have expired.
    public void sweep() {
        long now = clock.instant().getEpochSecond();
        for (Table table : database.tables()) {
            while (table.ttl().isPresent() && sweep(table, now)) {
                // There may be more.
            }
        }
    }

    private boolean sweep(Table known, long now) {
        long oldest = Math.max(0, now - OLDEST);
        if (times.due(known, oldest, now, 1).isEmpty()) {
            return false;
        }
        return database.write(writer -> {
            Optional<Table> table = database.find(known.name()).filter(found -> found.id().equals(known.id()));
            List<DueTimes.Due> all = table.isEmpty()
                    ? List.of()
                    : times.due(table.get(), oldest, now, AT_ONCE);
            for (DueTimes.Due due : all) {
                times.remove(writer.batch(), table.get(), due);
                Map<String, AttributeValue> item = writer.item(table.get(), due.key());
                if (item != null && DueTimes.dueOf(table.get(), item).equals(OptionalLong.of(due.seconds()))) {
                    writer.change(table.get(), item, null, Cause.EXPIRY);
                }
            }
            return all.size() == AT_ONCE;
        });
    }
}
