package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// On the machine's clock. Each claim but the first ends long before the twenty seconds of its receive.
@Timeout(15)
class LongPollingTest {

    private final Account account = Account.inRealTime();
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void prepare() {
        account.queue("jobs");
    }

    @AfterEach
    void close() {
        account.close();
        waiting.close();
    }

    @Test
    void aReceiveThatFindsNothingEndsWhenItsTimeIsOver() {
        long start = System.nanoTime();

        assertThat(Account.messages(account.call("ReceiveMessage", "{'QueueUrl':'jobs','WaitTimeSeconds':1}")))
                .isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(Account.messages(account.call("ReceiveMessage", "{'QueueUrl':'jobs','WaitTimeSeconds':0.05}")))
                .isEmpty();
    }

    @Test
    void aSendWakesIt() {
        var received = longReceive();
        account.send("jobs", "x");

        assertThat(Account.bodies(received.join())).containsExactly("x");
    }

    @Test
    void aQueueMayWaitByItself() {
        account.queue("patient", "{'ReceiveMessageWaitTimeSeconds':'20'}");
        var received = CompletableFuture.supplyAsync(() -> account.receive("patient"), waiting);
        account.send("patient", "x");

        assertThat(received.join()).hasSize(1);
    }

    @Test
    void theEndOfADelayAndOfAVisibilityTimeoutWakeIt() {
        account.call("SendMessage", "{'QueueUrl':'jobs','MessageBody':'delayed','DelaySeconds':1}");
        var first = longReceive();
        assertThat(Account.bodies(first.join())).containsExactly("delayed");

        account.call("ChangeMessageVisibility", "{'QueueUrl':'jobs','VisibilityTimeout':1,'ReceiptHandle':'"
                + first.join().getFirst().get("ReceiptHandle").asText() + "'}");
        assertThat(Account.bodies(longReceive().join())).containsExactly("delayed");
    }

    @Test
    void whatIsShownAgainEarlierWakesIt() {
        account.send("jobs", "x");
        JsonNode message = account.receive("jobs").getFirst();
        var received = longReceive();
        account.show("jobs", message, 0);

        assertThat(Account.bodies(received.join())).containsExactly("x");
    }

    @Test
    void whatAnotherTookForAShortTimeWakesItToo() {
        var first = longReceive();
        var second = longReceive();
        account.send("jobs", "x");
        CompletableFuture.anyOf(first, second).join();
        JsonNode message = (first.isDone() ? first : second).join().getFirst();
        account.show("jobs", message, 0);

        assertThat(Account.bodies((first.isDone() && second.isDone() ? first : first.isDone() ? second : first).join()))
                .containsExactly("x");
    }

    @Test
    void eachMessageGoesToOneOfManyThatWait() {
        List<CompletableFuture<List<JsonNode>>> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            all.add(CompletableFuture.supplyAsync(() -> Account.messages(account.call("ReceiveMessage",
                    "{'QueueUrl':'jobs','WaitTimeSeconds':20,'MaxNumberOfMessages':1}")), waiting));
        }
        for (int i = 0; i < 20; i++) {
            account.send("jobs", Integer.toString(i));
        }

        assertThat(all.stream().flatMap(each -> Account.bodies(each.join()).stream()).distinct()).hasSize(20);
    }

    @Test
    void aDeletedQueueAndAClosedEngineLetItGo() {
        account.queue("gone");
        var onDeleted = CompletableFuture.supplyAsync(() -> account.call("ReceiveMessage",
                "{'QueueUrl':'gone','WaitTimeSeconds':20}"), waiting);
        var onClosed = longReceive();
        await().until(() -> account.call("ListQueues", "{}").get("QueueUrls").size() == 2);
        account.call("DeleteQueue", "{'QueueUrl':'gone'}");
        account.close();

        assertThatThrownBy(onDeleted::join).isInstanceOf(CompletionException.class)
                .hasMessageContaining("The specified queue does not exist");
        assertThat(onClosed.join()).isEmpty();
    }

    private CompletableFuture<List<JsonNode>> longReceive() {
        return CompletableFuture.supplyAsync(() -> Account.messages(account.call("ReceiveMessage",
                "{'QueueUrl':'jobs','WaitTimeSeconds':20,'VisibilityTimeout':600}")), waiting);
    }
}
