package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.store.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WaitingCallersTest {

    private final Broker broker = new Broker(new Storage(Store.inMemory()), Time.SYSTEM, Account.ADDRESS);

    /// One that was just served comes back at once, fifty times: behind all who were there before.
    @Test
    void whoWaitsIsServedInTheOrderOfArrivalAndBeforeWhoComesBack() throws InterruptedException {
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        List<String> inOrder = IntStream.range(0, 20).mapToObj(i -> "waiting " + i).toList();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.ofPlatform().start(() -> {
            broker.atomically(() -> awaited(held, open));
            IntStream.range(0, 50).forEach(_ -> broker.atomically(() -> served.add("again")));
        }));
        held.await();
        for (String name : inOrder) {
            Thread waiting = Thread.ofPlatform().start(() -> broker.atomically(() -> served.add(name)));
            await().pollInterval(Duration.ofMillis(1)).until(waiting::getState, Thread.State.WAITING::equals);
            threads.add(waiting);
        }
        open.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(served.subList(0, inOrder.size())).isEqualTo(inOrder);
    }

    private static boolean awaited(CountDownLatch held, CountDownLatch open) {
        held.countDown();
        try {
            open.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
