package dev.stampede.cloud.sqs.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.sqs.engine.SqsException.Code;
import dev.stampede.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/// The queues of one account in one region. What a call has answered survives the end of the process; what was in
/// flight then is visible again at the next start, its receive count kept. Safe for use by many threads.
public final class SqsEngine implements AutoCloseable {

    /// What ARNs and URLs are made of.
    ///
    /// @param endpoint such as `http://127.0.0.1:4567`
    public record Address(String region, String account, String endpoint) {
        String arn(String queue) {
            return "arn:aws:sqs:" + region + ":" + account + ":" + queue;
        }

        String url(String queue) {
            return endpoint + "/" + account + "/" + queue;
        }
    }

    private interface Operation {
        ObjectNode serve(Parameters call, String sender) throws InterruptedException;
    }

    private final Broker broker;
    private final Map<String, Operation> operations;
    private final String account;

    private SqsEngine(Store store, Time time, Address address) {
        this.account = address.account();
        this.broker = new Broker(new Storage(store), time, address);
        QueueOperations queues = new QueueOperations(broker, address);
        MessageOperations messages = new MessageOperations(broker);
        MoveOperations moves = new MoveOperations(broker);
        this.operations = Map.ofEntries(
                Map.entry("CreateQueue", (call, _) -> queues.create(call)),
                Map.entry("DeleteQueue", (call, _) -> queues.delete(call)),
                Map.entry("PurgeQueue", (call, _) -> queues.purge(call)),
                Map.entry("GetQueueUrl", (call, _) -> queues.url(call)),
                Map.entry("ListQueues", (call, _) -> queues.list(call)),
                Map.entry("ListDeadLetterSourceQueues", (call, _) -> queues.listSources(call)),
                Map.entry("GetQueueAttributes", (call, _) -> queues.attributes(call)),
                Map.entry("SetQueueAttributes", (call, _) -> queues.setAttributes(call)),
                Map.entry("TagQueue", (call, _) -> queues.tag(call)),
                Map.entry("UntagQueue", (call, _) -> queues.untag(call)),
                Map.entry("ListQueueTags", (call, _) -> queues.tags(call)),
                Map.entry("SendMessage", messages::send),
                Map.entry("SendMessageBatch", messages::sendBatch),
                Map.entry("ReceiveMessage", (call, _) -> messages.receive(call)),
                Map.entry("DeleteMessage", (call, _) -> messages.delete(call)),
                Map.entry("DeleteMessageBatch", (call, _) -> messages.deleteBatch(call)),
                Map.entry("ChangeMessageVisibility", (call, _) -> messages.changeVisibility(call)),
                Map.entry("ChangeMessageVisibilityBatch", (call, _) -> messages.changeVisibilityBatch(call)),
                Map.entry("StartMessageMoveTask", (call, _) -> moves.start(call)),
                Map.entry("CancelMessageMoveTask", (call, _) -> moves.cancel(call)),
                Map.entry("ListMessageMoveTasks", (call, _) -> moves.list(call)));
    }

    /// Keeps everything in a folder.
    ///
    /// @param complaints takes a sentence for whatever is not as it should be
    /// @throws IllegalStateException with a sentence for the user when the folder holds queues of an older version
    /// @throws dev.stampede.store.StoreException when it cannot be read, or another process has it open
    public static SqsEngine in(Path folder, Address address, Time time, Consumer<String> complaints) {
        if (Files.exists(folder.resolve("queues.mv.db"))) {
            throw new IllegalStateException("The queues in " + folder + " were kept by an older version, which this one"
                    + " cannot read. './stampede reset' forgets them, with everything else that is kept.");
        }
        return over(Store.open(folder, complaints), address, time);
    }

    /// Keeps everything in memory.
    public static SqsEngine inMemory(Address address, Time time) {
        return over(Store.inMemory(), address, time);
    }

    static SqsEngine over(Store store, Address address, Time time) {
        try {
            return new SqsEngine(store, time, address);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /// A call in the shapes of the JSON protocol. A receive may wait for as long as it says.
    ///
    /// @param sender whom a message that it sends is from
    /// @throws SqsException when it is refused or cannot be served
    /// @throws InterruptedException when interrupted while it waits
    public ObjectNode call(String operation, JsonNode parameters, String sender) throws InterruptedException {
        Operation known = operations.get(operation);
        if (known == null) {
            throw new SqsException(
                    Code.UNKNOWN_OPERATION, "The action " + operation + " is not valid for this endpoint.");
        }
        return known.serve(new Parameters(parameters), sender);
    }

    /// A call of this process itself, which does not wait.
    ///
    /// @throws SqsException when it is refused or cannot be served
    public ObjectNode call(String operation, JsonNode parameters) {
        try {
            return call(operation, parameters, account);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while it waited", e);
        }
    }

    /// Receives that wait end empty.
    @Override
    public void close() {
        broker.close();
    }
}
