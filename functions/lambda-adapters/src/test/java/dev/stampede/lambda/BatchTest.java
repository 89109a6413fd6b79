package dev.stampede.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.model.wire.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class BatchTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<String> putOff = new ArrayList<>();

    @Test
    void aMessageThatThrowsComesBackAlone() {
        List<String> handled = new ArrayList<>();

        SqsBatch.forEach(messages("m1", "m2", "m3"), out, message -> {
            if (message.messageId().equals("m2")) {
                throw new IllegalArgumentException("poison");
            }
            handled.add(message.body());
        });

        assertThat(handled).containsExactly("body of m1", "body of m3");
        assertThat(failures()).containsExactly("m2");
    }

    @Test
    void messagesHandledAtOnceWaitForEachOther() {
        CyclicBarrier all = new CyclicBarrier(3);

        SqsBatch.forEachConcurrently(messages("m1", "m2", "m3"), out, message -> {
            meet(all);
            if (!message.messageId().equals("m1")) {
                throw new IllegalArgumentException("poison");
            }
        });

        assertThat(failures()).containsExactlyInAnyOrder("m2", "m3");
    }

    @Test
    void anErrorInOneOfManyFailsTheInvocation() {
        assertThatThrownBy(() -> SqsBatch.forEachConcurrently(messages("m1", "m2"), out, message -> {
            throw new OutOfMemoryError("simulated");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void whatIsSaidIsHandledTogetherAndWhatCannotBeReadFailsAlone() {
        SqsBatch.forBatch(messages("m1", "m2", "m3"), out, body -> {
            if (body.equals("body of m2")) {
                throw new IllegalArgumentException("poison");
            }
            return body.toUpperCase(Locale.ROOT);
        }, said -> said, this::putOff, said -> {
            assertThat(said).containsExactly("BODY OF M1", "BODY OF M3");
            return Undone.NOTHING;
        });

        assertThat(failures()).containsExactly("m2");
    }

    @Test
    void eachMessageThatSaysSomethingOfWhatFailedComesBack() {
        SqsBatch.forBatch(messages("m1", "m2", "n1"), out, body -> body.substring(8), said -> said.substring(0, 1),
                this::putOff, _ -> new Undone(Set.of("m"), Set.of()));

        assertThat(failures()).containsExactlyInAnyOrder("m1", "m2");
    }

    @Test
    void whatIsNotForNowIsPutOffAndWhatFailedComesBack() {
        SqsBatch.forBatch(messages("m1", "n1", "o1"), out, body -> body.substring(8), said -> said,
                this::putOff, _ -> new Undone(Set.of("m1"), Set.of("n1")));

        assertThat(failures()).containsExactly("m1");
        assertThat(putOff).containsExactly("body of n1 after PT1S, 1");
    }

    @Test
    void aBatchThatFailedForNowIsPutOffAsAWhole() {
        SqsBatch.forBatch(messages("m1", "m2"), out, body -> body, body -> body, this::putOff, _ -> {
            throw ApiCallTimeoutException.create(10_000);
        });

        assertThat(failures()).isEmpty();
        assertThat(putOff).containsExactly("body of m1 after PT1S, 1", "body of m2 after PT1S, 1");
    }

    @Test
    void aMessageThatFailedForNowIsPutOffAndAnyOtherComesBack() {
        SqsBatch.forEach(messages("m1", "m2"), out, SqsBatch.orLater(this::putOff, message -> {
            throw message.messageId().equals("m1")
                    ? ApiCallTimeoutException.create(10_000)
                    : new IllegalStateException("poison");
        }));

        assertThat(failures()).containsExactly("m2");
        assertThat(putOff).containsExactly("body of m1 after PT1S, 1");
    }

    @Test
    void whatFailsForLongIsPutOffForLongerEachTimeAndInTheEndComesBack() {
        int putOffs = 0;
        while (failuresOf(putOffs).isEmpty()) {
            putOffs++;
        }

        assertThat(putOffs).isEqualTo(SqsBatch.MAX_PUT_OFFS);
        assertThat(putOff).startsWith("body after PT1S, 1", "body after PT2S, 2", "body after PT4S, 3")
                .endsWith("body after PT8M32S, 10", "body after PT15M, 11", "body after PT15M, 12");
    }

    @Test
    void whatCannotBePutOffComesBack() {
        SqsBatch.forBatch(messages("m1"), out, body -> body, body -> body, (_, _, _) -> {
            throw ApiCallTimeoutException.create(10_000);
        }, Undone::notNow);

        assertThat(failures()).containsExactly("m1");
    }

    /// What is a whole hour away was not a failure and is not counted as one.
    @Test
    void aMessageWhoseTimeHasNotComeIsPutOffUncounted() {
        SqsBatch.forEach(messages("m1"), out, SqsBatch.orLater(this::putOff, _ -> {
            throw new NotYet("later", Duration.ofMinutes(1));
        }));

        assertThat(failures()).isEmpty();
        assertThat(putOff).containsExactly("body of m1 after PT1M, 0");
    }

    private List<String> failuresOf(int putOffs) {
        out.reset();
        SqsBatch.forEach(in("""
                {"Records":[{"messageId":"m","body":"body","attributes":{"ApproximateReceiveCount":"1"},
                  "messageAttributes":{"putOffs":{"dataType":"Number","stringValue":"%d"}}}]}""".formatted(putOffs)),
                out,
                SqsBatch.orLater(this::putOff, _ -> {
                    throw ApiCallTimeoutException.create(10_000);
                }));
        return failures();
    }

    private void putOff(String body, Duration delay, int putOffs) {
        putOff.add(body + " after " + delay + ", " + putOffs);
    }

    @Test
    void aBatchWithoutFailuresAnswersAnEmptyList() {
        SqsBatch.forEach(messages("m1"), out, message -> assertThat(message.receiveCount()).isEqualTo(3));

        assertThat(out.toString(UTF_8)).isEqualTo("{\"batchItemFailures\":[]}");
    }

    @Test
    void aStreamChangeBringsBothImages() {
        String event = """
                {"Records":[{"eventName":"MODIFY","dynamodb":{"SequenceNumber":"42",
                  "OldImage":{"v":{"N":"1"}},
                  "NewImage":{"v":{"N":"2"},"s":{"S":"x"},"b":{"BOOL":true},"n":{"NULL":true},
                    "l":{"L":[{"M":{"k":{"S":"y"}}}]},"ss":{"SS":["a"]},"ns":{"NS":["1"]}}}}]}""";

        StreamBatch.handleAll(in(event), out, changes -> {
            var change = changes.getFirst();
            assertThat(change.oldImage().orElseThrow()).containsEntry("v", AttributeValue.fromN("1"));
            assertThat(change.newImage().orElseThrow())
                    .containsEntry("s", AttributeValue.fromS("x"))
                    .containsEntry("b", AttributeValue.fromBool(true))
                    .containsEntry("n", AttributeValue.fromNul(true))
                    .containsEntry("ss", AttributeValue.fromSs(List.of("a")))
                    .containsEntry("ns", AttributeValue.fromNs(List.of("1")));
            assertThat(change.newImage().orElseThrow().get("l").l().getFirst().m().get("k").s()).isEqualTo("y");
            return Optional.of(change.sequenceNumber());
        });

        assertThat(failures()).containsExactly("42");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"BOOL\":\"true\"}", "{\"B\":\"eA==\"}", "{\"N\":1}", "{\"SS\":[1]}"})
    void anAttributeThatIsNoneFailsAloneAndInItsTurn(String attribute) {
        String event = """
                {"Records":[{"dynamodb":{"SequenceNumber":"42","NewImage":{"a":%s}}}]}""".formatted(attribute);

        StreamBatch.handleAll(in(event), out, changes -> {
            assertThatThrownBy(changes.getFirst()::newImage)
                    .isInstanceOfAny(Json.Malformed.class, IllegalArgumentException.class);
            return Optional.empty();
        });
    }

    private static void meet(CyclicBarrier all) {
        try {
            all.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the messages did not meet", e);
        }
    }

    private List<String> failures() {
        return Json.readObject(out.toString(UTF_8)).objects("batchItemFailures").stream()
                .map(failure -> failure.string("itemIdentifier"))
                .toList();
    }

    private static InputStream messages(String... ids) {
        return in(message(ids));
    }

    static String message(String... ids) {
        return Json.write(Json.object("Records", Arrays.stream(ids)
                .map(id -> Json.object("messageId", id, "body", "body of " + id,
                        "attributes", Json.object("ApproximateReceiveCount", "3")))
                .toList()));
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
