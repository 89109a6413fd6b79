package dev.stampede.dynamodb.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.stampede.dynamodb.HandClock;
import dev.stampede.dynamodb.table.Arns;
import dev.stampede.dynamodb.table.ChangeListener.Cause;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.KeySchema;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.dynamodb.table.Table;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.S;
import dev.stampede.store.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShardsTest {

    private static final int SHARDS = 3;

    private final HandClock clock = new HandClock();
    private final Store store = Store.inMemory();
    private final Streams streams = new Streams(store, new Arns("us-east-1", "000000000000"), clock, SHARDS);
    private final Database database = new Database(store, streams);

    @Test
    void anItemIsAlwaysInTheSameShardAndItsOrderIsKept() {
        Table table = database.write(writer -> {
            Table made = table();
            Table streamed = made.withStream(Optional.of(streams.open(
                    writer, made, Table.ViewType.NEW_IMAGE, JsonNodeFactory.instance.arrayNode())));
            database.keep(writer, streamed);
            return streamed;
        });
        for (int version = 1; version <= 3; version++) {
            for (int item = 0; item < 30; item++) {
                change(table, "item" + item, version);
            }
        }
        ChangeStream stream = streams.all().firstEntry().getValue();
        Map<String, List<String>> versions = new LinkedHashMap<>();
        for (int shard = 0; shard < SHARDS; shard++) {
            List<ShardRecords.Numbered> page = streams.shard(stream, shard).page(0, 1000);
            assertThat(page).isNotEmpty().hasSizeLessThan(90);
            for (ShardRecords.Numbered each : page) {
                String id = ((S) each.record().keys().get("id")).value();
                String version = ((S) each.record().after().orElseThrow().get("v")).value();
                versions.computeIfAbsent(id + " of shard " + shard, _ -> new ArrayList<>()).add(version);
            }
        }
        assertThat(versions).hasSize(30).allSatisfy((_, each) -> assertThat(each).containsExactly("1", "2", "3"));
        assertThat(stream.shardIds()).hasSize(SHARDS).isSorted().allMatch(id -> id.length() >= 28 && id.length() <= 65);
    }

    private void change(Table table, String id, int version) {
        database.write(writer -> {
            Map<String, AttributeValue> after = Map.of("id", new S(id), "v", new S(Integer.toString(version)));
            return writer.change(table, writer.item(table, after), after, Cause.CALLER);
        });
    }

    private Table table() {
        return new Table("orders", "1", Table.Status.ACTIVE, clock.instant(),
                new KeySchema(new KeyAttribute("id", "S"), Optional.empty()), Map.of("id", "S"), List.of(),
                Optional.empty(), Optional.empty(), Map.of(), JsonNodeFactory.instance.objectNode());
    }
}
