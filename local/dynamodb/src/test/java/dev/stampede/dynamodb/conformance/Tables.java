package dev.stampede.dynamodb.conformance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The tables of one class of tests. They are gone when it ends.
final class Tables implements AfterAllCallback {

    static final String PREFIX = "conformance-";

    private final List<String> names = new CopyOnWriteArrayList<>();

    /// A table whose key is the text `p`.
    TestTable byHash() {
        return create("{AttributeDefinitions: [{AttributeName: 'p', AttributeType: 'S'}],"
                + " KeySchema: [{AttributeName: 'p', KeyType: 'HASH'}]}");
    }

    /// A table whose key is the text `p` and `r`, which is of a type.
    TestTable byRange(String type) {
        return create("{AttributeDefinitions: [{AttributeName: 'p', AttributeType: 'S'},"
                + " {AttributeName: 'r', AttributeType: '" + type + "'}],"
                + " KeySchema: [{AttributeName: 'p', KeyType: 'HASH'}, {AttributeName: 'r', KeyType: 'RANGE'}]}");
    }

    /// A table that is ready; on demand unless said otherwise.
    TestTable create(String definition) {
        TestTable table = new TestTable(name());
        ObjectNode request = Json.object(definition);
        if (!request.has("BillingMode")) {
            request.put("BillingMode", "PAY_PER_REQUEST");
        }
        table.call("CreateTable", request);
        table.awaitActive();
        return table;
    }

    /// A name that is free; whatever table gets it is removed with the others.
    String name() {
        String name = PREFIX + UUID.randomUUID();
        names.add(name);
        return name;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        for (String name : names) {
            TestTable table = new TestTable(name);
            if (table.exists()) {
                table.call("DeleteTable", "{}");
            }
        }
        names.forEach(name -> await().atMost(Duration.ofMinutes(2)).until(() -> !new TestTable(name).exists()));
    }
}
