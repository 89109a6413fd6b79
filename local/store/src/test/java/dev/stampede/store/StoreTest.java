package dev.stampede.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoreTest {

    private final Store store = Store.inMemory();
    private final Space space = store.space("letters");

    @Test
    void ordersKeysAsUnsignedBytes() {
        store.write(new Batch()
                .put(space, new byte[]{(byte) 0x80}, bytes("high"))
                .put(space, new byte[]{0x7f}, bytes("low"))
                .put(space, new byte[]{0x7f, 0}, bytes("longer")));

        assertThat(values(null, null, false)).containsExactly("low", "longer", "high");
    }

    @Test
    void readsARangeInBothDirectionsWithItsBounds() {
        for (String letter : List.of("a", "b", "c", "d")) {
            store.write(new Batch().put(space, bytes(letter), bytes(letter)));
        }

        assertThat(values(bytes("b"), bytes("c"), false)).containsExactly("b", "c");
        assertThat(values(bytes("c"), bytes("b"), true)).containsExactly("c", "b");
        assertThat(values(bytes("bb"), null, false)).containsExactly("c", "d");
        assertThat(values(bytes("bb"), null, true)).containsExactly("b", "a");
    }

    @Test
    void anIteratorSeesTheMapAsItWas() {
        store.write(new Batch().put(space, bytes("a"), bytes("1")));
        var before = space.entries(null, null, false);
        store.write(new Batch().put(space, bytes("a"), bytes("2")).put(space, bytes("b"), bytes("3")));

        assertThat(new String(before.next().getValue(), UTF_8)).isEqualTo("1");
        assertThat(before).isExhausted();
    }

    @Test
    void aBatchIsAppliedInItsOrder() {
        store.write(new Batch()
                .put(space, bytes("a"), bytes("1"))
                .remove(space, bytes("a"))
                .put(space, bytes("a"), bytes("2")));

        assertThat(values(null, null, false)).containsExactly("2");
    }

    @Test
    void aDroppedSpaceIsEmptyAndCanBeUsedAgain() {
        store.write(new Batch().put(space, bytes("a"), bytes("1")));
        store.write(new Batch().drop(space));
        assertThat(space.get(bytes("a"))).isNull();

        store.write(new Batch().put(space, bytes("b"), bytes("2")));
        assertThat(values(null, null, false)).containsExactly("2");
        assertThat(store.spaces()).containsExactly("letters");
    }

    /// One that has just written comes back at once, fifty times: behind all who were there before.
    @Test
    void whoWaitsIsServedInTheOrderOfArrivalAndBeforeWhoComesBack() throws Exception {
        List<String> served = Collections.synchronizedList(new ArrayList<>());
        List<String> inOrder = IntStream.range(0, 20).mapToObj(i -> "waiting " + i).toList();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        threads.add(Thread.ofPlatform().start(() -> {
            hold(held, open);
            IntStream.range(0, 50).forEach(_ -> hold(() -> served.add("again")));
        }));
        held.await();
        for (String name : inOrder) {
            Thread waiting = Thread.ofPlatform().start(() -> hold(() -> served.add(name)));
            await().pollInterval(Duration.ofMillis(1)).until(waiting::getState, Thread.State.WAITING::equals);
            threads.add(waiting);
        }
        open.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(served.subList(0, inOrder.size())).isEqualTo(inOrder);
    }

    private void hold(CountDownLatch held, CountDownLatch open) {
        hold(() -> {
            held.countDown();
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void hold(Runnable action) {
        try {
            store.exclusively(_ -> action.run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> values(byte[] from, byte[] to, boolean descending) {
        List<String> values = new ArrayList<>();
        space.entries(from, to, descending)
                .forEachRemaining(entry -> values.add(new String(entry.getValue(), UTF_8)));
        return values;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
