package dev.stampede.dynamodb.table;

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

/// Who waits for the writer's turn, and in which order it comes.
class WaitingWritersTest {

    private static final int WAITING = 20;
    private static final int AGAIN = 50;
    private static final int GREEDY = -1;

    private final Database database = new Database(Store.inMemory(), (_, _, _, _, _) -> {});
    private final List<Integer> served = Collections.synchronizedList(new ArrayList<>());

    /// Each goes in once, and one that has just been in comes back at once, fifty times: behind all who were there before.
    @Test
    void whoWaitsIsServedInTheOrderOfArrivalAndBeforeWhoComesBack() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.ofPlatform().start(() -> {
            database.write(_ -> {
                held.countDown();
                return awaited(open);
            });
            IntStream.range(0, AGAIN).forEach(_ -> serve(GREEDY));
        }));
        held.await();
        for (int i = 0; i < WAITING; i++) {
            int number = i;
            Thread waiting = Thread.ofPlatform().start(() -> serve(number));
            await().pollInterval(Duration.ofMillis(1)).until(waiting::getState, Thread.State.WAITING::equals);
            threads.add(waiting);
        }
        open.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(served).hasSize(WAITING + AGAIN);
        assertThat(served.subList(0, WAITING)).isEqualTo(IntStream.range(0, WAITING).boxed().toList());
    }

    private void serve(int number) {
        database.write(_ -> served.add(number));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
