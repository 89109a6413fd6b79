package dev.stampede.dynamodb.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.ChangeListener.Cause;
import dev.stampede.dynamodb.table.Index.ProjectionType;
import dev.stampede.dynamodb.table.KeySchema.KeyAttribute;
import dev.stampede.dynamodb.value.AttributeValue;
import dev.stampede.dynamodb.value.AttributeValue.S;
import dev.stampede.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WriterTest {

    private static final Index BY_DAY =
            new Index("byDay", true, new KeySchema(new KeyAttribute("day", "S"), Optional.empty()),
                    ProjectionType.ALL, List.of(), Index.Status.CREATING);
    private static final Map<String, AttributeValue> ORDER = Map.of("id", new S("a"), "day", new S("monday"));

    private final Database database = new Database(Store.inMemory(), (_, _, _, _, _) -> {});

    private Table keep(Table table) {
        return database.write(writer -> {
            database.keep(writer, table);
            return table;
        });
    }

    private static Table table(String id) {
        return new Table("orders", id, Table.Status.ACTIVE, Instant.EPOCH,
                new KeySchema(new KeyAttribute("id", "S"), Optional.empty()), Map.of("id", "S"), List.of(),
                Optional.empty(), Optional.empty(), Map.of(), JsonNodeFactory.instance.objectNode());
    }

    @Test
    void anIndexThatTheTableGotSinceItWasLookedUpIsWrittenToo() {
        Table lookedUp = keep(table("1"));
        Table indexed = keep(lookedUp.withIndexes(Map.of("id", "S", "day", "S"), List.of(BY_DAY)));
        database.write(writer -> writer.change(lookedUp, null, ORDER, Cause.CALLER));
        assertThat(database.count(indexed, BY_DAY)).isEqualTo(1);
    }

    @Test
    void aTableThatWasMadeAnewSinceItWasLookedUpIsNotWritten() {
        Table lookedUp = keep(table("1"));
        keep(table("2"));
        assertThatThrownBy(() -> database.write(writer -> writer.change(lookedUp, null, ORDER, Cause.CALLER)))
                .isInstanceOf(DynamoDbException.class)
                .hasMessage("Requested resource not found");
    }

    @Test
    void whatIsThrownInAWriteLeavesTheTablesAsTheyWere() {
        assertThatThrownBy(() -> database.write(writer -> {
            database.keep(writer, table("1"));
            throw new IllegalStateException("on purpose");
        }))
                .hasMessage("on purpose");
        assertThat(database.tables()).isEmpty();
    }
}
