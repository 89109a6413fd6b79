package dev.stampede.dynamodb.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.dynamodb.operation.Consumption;
import dev.stampede.dynamodb.operation.DynamoDbException;
import dev.stampede.dynamodb.table.Database;
import dev.stampede.dynamodb.table.Writer;
import dev.stampede.store.Space;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Transactions that were named with a `ClientRequestToken`: within ten minutes the same one is done once
/// (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html). A token is written
/// together with what the transaction changes.
public final class ClientTokens {

    private static final Duration KEPT = Duration.ofMinutes(10);
    /// How many expired tokens one write removes, so that they never pile up and none takes long.
    private static final int REMOVED_AT_ONCE = 4;

    private final InstantSource clock;
    /// By token: when it was used (8 bytes), and the digest of the request.
    private final Space tokens;
    /// Tokens by the time of their use.
    private final Space ages;
    private final Set<String> underWay = new HashSet<>();

    ClientTokens(Database database, InstantSource clock) {
        this.clock = clock;
        this.tokens = database.store().space("tokens");
        this.ages = database.store().space("tokens-by-age");
    }

    /// Does the work of a request, unless its token says that this was done.
    ///
    /// @param member the request's member that the token stands for
    /// @param work   takes what is to be written with it
    public void once(ObjectNode request, String member, Consumption consumption, Consumer<Consumer<Writer>> work) {
        String token = request.path("ClientRequestToken").asText("");
        if (token.isEmpty()) {
            work.accept(_ -> {});
            return;
        }
        byte[] key = token.getBytes(StandardCharsets.UTF_8);
        byte[] digest = digest(request.get(member).toString());
        synchronized (underWay) {
            if (!underWay.add(token)) {
                throw DynamoDbException.refused("TransactionInProgressException",
                        "The transaction with the given request token is already in progress.");
            }
        }
        try {
            ByteBuffer used = used(key);
            if (used == null) {
                work.accept(writer -> keep(writer, key, digest));
            } else if (!used.position(Long.BYTES).equals(ByteBuffer.wrap(digest))) {
                throw DynamoDbException.refused("IdempotentParameterMismatchException",
                        "There was an idempotency mismatch: the ClientRequestToken was used with other parameters.");
            } else {
                // Asking again is answered by reading the items.
                tables(request.get(member)).forEach(table -> consumption.read(table, 2));
            }
        } finally {
            synchronized (underWay) {
                underWay.remove(token);
            }
        }
    }

    /// The tables of a transaction's actions; statements do not say theirs apart.
    private static List<String> tables(JsonNode actions) {
        return actions.valueStream()
                .flatMap(JsonNode::valueStream)
                .filter(action -> action.hasNonNull("TableName"))
                .map(action -> action.get("TableName").asText())
                .toList();
    }

    private @Nullable ByteBuffer used(byte[] key) {
        byte[] value = tokens.get(key);
        if (value == null) {
            return null;
        }
        ByteBuffer used = ByteBuffer.wrap(value);
        return used.getLong(0) + KEPT.toMillis() > clock.millis() ? used : null;
    }

    private void keep(Writer writer, byte[] key, byte[] digest) {
        long now = clock.millis();
        writer.batch().put(tokens, key,
                ByteBuffer.allocate(Long.BYTES + digest.length).putLong(now).put(digest).array());
        writer.batch().put(ages, ByteBuffer.allocate(Long.BYTES + key.length).putLong(now).put(key).array(), key);
        var oldest = ages.entries(null, null, false);
        for (int i = 0; i < REMOVED_AT_ONCE && oldest.hasNext(); i++) {
            var entry = oldest.next();
            if (ByteBuffer.wrap(entry.getKey()).getLong() + KEPT.toMillis() > now) {
                break;
            }
            writer.batch().remove(ages, entry.getKey());
            // Used again meanwhile, it has a younger age.
            if (used(entry.getValue()) == null && !Arrays.equals(entry.getValue(), key)) {
                writer.batch().remove(tokens, entry.getValue());
            }
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
