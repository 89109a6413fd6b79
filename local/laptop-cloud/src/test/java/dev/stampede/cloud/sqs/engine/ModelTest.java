package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random operations against a model that is simple enough to be right: none lost, none with two at once, counts exact.
class ModelTest {

    private static final int VISIBILITY = 30;
    private static final int MAX_RECEIVES = 3;

    @TempDir
    private Path temporary;

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void aQueueDoesWhatItsModelDoes() {
        qt().withFixedSeed(7).withExamples(30)
                .forAll(lists().of(integers().between(0, 99_999)).ofSizeBetween(100, 400))
                .checkAssert(this::run);
    }

    private void run(List<Integer> choices) {
        Path folder = temporary.resolve("run-" + runs.incrementAndGet());
        try (Account account = Account.in(folder)) {
            account.queue("dead").queue("jobs", Account.redrive("dead", MAX_RECEIVES));
            Model model = new Model(account, folder);
            for (int choice : choices) {
                model.step(choice);
                model.compare();
            }
        }
    }

    private static final class Model {

        private static final class Letter {
            private long visibleAt;
            private boolean inFlight;
            private int receives;
            private String handle = "";
        }

        private final Account account;
        private Path folder;
        private long now;
        private int sent;
        private final Map<String, Letter> jobs = new LinkedHashMap<>();
        /// Receipts that a later receive has made old, and those of messages that are gone.
        private final List<String> oldHandles = new ArrayList<>();

        private Model(Account account, Path folder) {
            this.account = account;
            this.folder = folder;
        }

        private void step(int choice) {
            int detail = choice / 10;
            switch (choice % 10) {
                case 0, 1 -> send(detail % 3 == 0 ? detail % 50 : 0, detail % 5 + 1);
                case 2, 3, 4 -> receive(detail % 10 + 1);
                case 5 -> delete(detail);
                case 6 -> show(detail);
                case 7 -> pass(detail % 40);
                case 8 -> deleteByOldHandle(detail);
                case 9 -> restart(detail);
                default -> throw new IllegalStateException();
            }
        }

        private void send(int delay, int count) {
            StringBuilder entries = new StringBuilder();
            for (int i = 0; i < count; i++) {
                String body = "m" + sent++;
                entries.append(i == 0 ? "" : ",").append("{'Id':'").append(i).append("','MessageBody':'").append(body)
                        .append("','DelaySeconds':").append(delay);
                entries.append(sent % 2 == 0 ? ",'MessageGroupId':'g" + sent % 3 + "'}" : "}");
                Letter letter = new Letter();
                letter.visibleAt = now + delay;
                jobs.put(body, letter);
            }
            account.call("SendMessageBatch", "{'QueueUrl':'jobs','Entries':[" + entries + "]}");
        }

        private void receive(int most) {
            List<JsonNode> received = account.receive("jobs", most);
            Set<String> bodies = new HashSet<>(Account.bodies(received));
            assertThat(bodies).hasSameSizeAs(received);
            for (JsonNode message : received) {
                Letter letter = jobs.get(message.get("Body").asText());
                assertThat(letter).as("%s was deleted", message).isNotNull();
                assertThat(isVisible(letter)).as("%s is with somebody", message).isTrue();
                assertThat(letter.receives).isLessThan(MAX_RECEIVES);
                if (!letter.handle.isEmpty()) {
                    oldHandles.add(letter.handle);
                }
                letter.receives++;
                letter.inFlight = true;
                letter.visibleAt = now + VISIBILITY;
                letter.handle = message.get("ReceiptHandle").asText();
                assertThat(message.at("/Attributes/ApproximateReceiveCount").asInt()).isEqualTo(letter.receives);
            }
            takeDeadLetters();
            // The order is the queue's own; that all come as long as there is room is not.
            if (received.size() < most) {
                assertThat(jobs.values()).noneMatch(this::isVisible);
            }
        }

        private void takeDeadLetters() {
            for (var letters = account.receive("dead"); !letters.isEmpty(); letters = account.receive("dead")) {
                for (JsonNode message : letters) {
                    Letter letter = jobs.remove(message.get("Body").asText());
                    assertThat(letter).as("%s is no letter of this queue, or came twice", message).isNotNull();
                    assertThat(isVisible(letter)).isTrue();
                    assertThat(letter.receives).isEqualTo(MAX_RECEIVES);
                    oldHandles.add(letter.handle);
                    account.delete("dead", message);
                }
            }
        }

        private boolean isVisible(Letter letter) {
            return letter.visibleAt <= now;
        }

        private void delete(int detail) {
            inFlight(detail).ifPresent(body -> {
                account.call("DeleteMessage", "{'QueueUrl':'jobs','ReceiptHandle':'" + jobs.get(body).handle + "'}");
                oldHandles.add(jobs.remove(body).handle);
            });
        }

        private void show(int detail) {
            inFlight(detail).ifPresent(body -> {
                int seconds = detail % 4 == 0 ? 0 : detail % 60;
                account.call("ChangeMessageVisibility", "{'QueueUrl':'jobs','VisibilityTimeout':" + seconds
                        + ",'ReceiptHandle':'" + jobs.get(body).handle + "'}");
                jobs.get(body).visibleAt = now + seconds;
            });
        }

        private Optional<String> inFlight(int detail) {
            List<String> all = jobs.entrySet().stream()
                    .filter(each -> each.getValue().inFlight && !isVisible(each.getValue()))
                    .map(Map.Entry::getKey).toList();
            return all.isEmpty() ? Optional.empty() : Optional.of(all.get(detail % all.size()));
        }

        private void pass(int seconds) {
            account.pass(Duration.ofSeconds(seconds));
            now += seconds;
        }

        private void deleteByOldHandle(int detail) {
            if (!oldHandles.isEmpty()) {
                account.call("DeleteMessage", "{'QueueUrl':'jobs','ReceiptHandle':'"
                        + oldHandles.get(detail % oldHandles.size()) + "'}");
            }
        }

        private void restart(int detail) {
            if (detail % 5 != 0) {
                return;
            }
            if (detail % 2 == 0) {
                account.restart(folder);
            } else {
                Path copy = folder.resolveSibling(folder.getFileName() + "k");
                account.killed(folder, copy);
                folder = copy;
            }
            jobs.values().stream().filter(each -> each.receives > 0).forEach(each -> each.visibleAt = now);
        }

        private void compare() {
            Map<String, Integer> expected = new HashMap<>(Map.of("visible", 0, "inFlight", 0, "delayed", 0));
            jobs.values().forEach(letter -> expected.merge(
                    isVisible(letter) ? "visible" : letter.inFlight ? "inFlight" : "delayed", 1, Integer::sum));
            assertThat(account.counts("jobs"))
                    .containsExactly(expected.get("visible"), expected.get("inFlight"), expected.get("delayed"));
        }
    }
}
