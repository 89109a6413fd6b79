package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stampede.cli.flow.Shop.Answer;
import dev.stampede.cloud.LaptopCloud;
import dev.stampede.model.Order;
import dev.stampede.model.OrderStatus;
import dev.stampede.model.Stock;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A shop whose state is on a disk of 40 MB that is filled in the middle of a sale, to the last byte.
@Tag("whole-flow")
class FullDiskFlowTest {

    private static final int UNITS = 80;
    private static final long MIN_FREE = 8L << 20;

    @TempDir
    private Path folder;

    private final List<String> terminal = new CopyOnWriteArrayList<>();
    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", disk.toString()),
                "a small disk can be mounted by root only");
    }

    @AfterEach
    void unmount() throws Exception {
        ran("umount", "-l", disk.toString());
    }

    @Test
    void noOrderThatWasAcceptedIsLostAndNoneIsAcceptedThatCouldNotBeKept() throws Exception {
        try (LaptopCloud cloud = LaptopCloud.start(new LaptopCloud.Settings(RunningShop.root(),
                RunningShop.root().resolve("cdk.out"), disk, 0, 0, Optional.of(Duration.ofSeconds(1)), terminal::add)
                .withMinFree(MIN_FREE))) {
            Shop shop = new Shop(cloud, disk);
            String sku = shop.newProduct(UNITS);
            List<Answer> answers = new ArrayList<>(buy(shop, sku, 20));
            assertThat(answers).extracting(Answer::status).containsOnly(202);

            Path ballast = disk.resolve("ballast");
            try (ExecutorService filling = Executors.newSingleThreadExecutor()) {
                Future<?> full = filling.submit(() -> fill(ballast));
                answers.addAll(buy(shop, sku, 40));
                full.get();
            }
            await().atMost(Shop.PATIENCE).until(() -> shop.get("/api/health").status() == 503);
            // A little space, and still less than is wanted.
            try (RandomAccessFile some = new RandomAccessFile(ballast.toFile(), "rw")) {
                some.setLength(some.length() - MIN_FREE / 2);
            }
            Answer refused = shop.buy(sku, 1);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.errorCode()).isEqualTo("STORAGE_UNAVAILABLE");
            assertThat(refused.header("retry-after")).isNotEmpty();
            assertThat(shop.patiently(() -> shop.get("/api/products/" + sku)).status()).as("the shop can still be read")
                    .isEqualTo(200);

            Files.delete(ballast);
            await().atMost(Shop.PATIENCE).until(() -> shop.get("/api/health").status() == 200);
            answers.addAll(buy(shop, sku, 10));

            List<Answer> accepted = answers.stream().filter(answer -> answer.status() == 202).toList();
            accepted.forEach(order -> shop.awaitStatus(order, "CONFIRMED"));
            assertThat(accepted).hasSizeGreaterThanOrEqualTo(30);
            assertThat(answers).extracting(Answer::status).as("accepted or told to come back").isSubsetOf(202, 500,
                    503);
            // An order may be recorded though its answer was a failure; nothing is sold that nobody ordered.
            await().atMost(Shop.PATIENCE).until(() -> shop.stock(sku).reserved() == 0);
            List<Order> confirmed = shop.ordersOf(sku).stream()
                    .filter(order -> order.status() == OrderStatus.CONFIRMED).toList();
            assertThat(shop.stock(sku)).isEqualTo(new Stock(sku, UNITS - confirmed.size(), 0, confirmed.size()));
            assertThat(confirmed).hasSizeBetween(accepted.size(), answers.size());
        }
        assertThat(terminal).filteredOn(line -> line.contains("MB are free")).hasSizeBetween(1, 5);
        assertThat(terminal).noneMatch(line -> line.contains("\tat "));
    }

    private static List<Answer> buy(Shop shop, String sku, int orders) throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService buyers = Executors.newFixedThreadPool(4)) {
            for (Future<Answer> buyer : IntStream.range(0, orders)
                    .mapToObj(_ -> buyers.submit(() -> shop.buy(sku, 1))).toList()) {
                answers.add(buyer.get());
            }
        }
        return answers;
    }

    /// To the last byte.
    private static void fill(Path ballast) {
        byte[] some = new byte[4096];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(some);
            }
        } catch (IOException e) {
            // It is full.
        }
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }
}
