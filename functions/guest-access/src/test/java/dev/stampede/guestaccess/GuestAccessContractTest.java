package dev.stampede.guestaccess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.AccessRequest;
import dev.stampede.model.RateLimits;
import dev.stampede.model.table.DynamoDbRateLimits;
import dev.stampede.model.table.GuestAccessTable;
import dev.stampede.model.wire.AccessRequestJson;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Race;
import dev.stampede.testing.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

@EveryEngine
class GuestAccessContractTest {

    private static final String TABLE = "GuestAccess";

    private final Cloud cloud;
    private final AccessCodes codes;
    private final RateLimits limits;
    private final String orderId = Sample.id();
    private Instant now = Sample.NOON;

    GuestAccessContractTest(Engine engine) {
        this.cloud = engine.cloud();
        this.codes = new DynamoDbAccessCodes(cloud.dynamoDb(), TABLE, () -> now);
        this.limits = new DynamoDbRateLimits(cloud.dynamoDb(), TABLE, () -> now);
    }

    @Test
    void aCodeIsTriedFiveTimesEvenByManyAtOnce() {
        keep(request("one", Sample.NOON));

        List<Boolean> tries = Race.of(12, () -> codes.tryOnce(orderId).isPresent());

        assertThat(tries).filteredOn(tried -> tried).hasSize(AccessRequest.MAX_TRIES);
    }

    @Test
    void aCodeIsUsedByOneOfMany() {
        keep(request("one", Sample.NOON));

        assertThat(Race.of(8, () -> codes.use(orderId, "one"))).containsOnlyOnce(true);
        assertThat(codes.tryOnce(orderId)).isEmpty();
        assertThat(codes.use(orderId, "other")).isFalse();
    }

    @Test
    void aCodeIsGoodForTenMinutesWhateverTimeToLiveHasTidiedUp() {
        keep(request("one", Sample.NOON));
        now = Sample.NOON.plus(AccessRequest.LIFETIME).minusSeconds(1);
        assertThat(codes.tryOnce(orderId)).isPresent();
        now = Sample.NOON.plus(AccessRequest.LIFETIME);
        assertThat(codes.tryOnce(orderId)).isEmpty();
    }

    @Test
    void anOrderWithoutACodeIsNotMadeByTrying() {
        assertThat(codes.tryOnce(orderId)).isEmpty();
        assertThat(codes.use(orderId, "one")).isFalse();
        assertThat(cloud.tables().item(TABLE, GuestAccessTable.codeKey(orderId))).isEmpty();
    }

    @Test
    void soManyAreLetThroughInAQuarterOfAnHourAndThenTheRestOfItIsTheAnswer() {
        now = Instant.parse("2026-01-01T12:05:00Z");

        List<Boolean> through = Race.of(IntStream.range(0, 9).<java.util.concurrent.Callable<Boolean>>mapToObj(
                _ -> () -> limits.take(orderId, 4).isEmpty()).toList());

        assertThat(through).filteredOn(each -> each).hasSize(4);
        assertThat(limits.take(orderId, 4)).isEqualTo(Optional.of(Duration.ofMinutes(10)));
        assertThat(limits.take("another " + orderId, 4)).isEmpty();
        now = Instant.parse("2026-01-01T12:15:00Z");
        assertThat(limits.take(orderId, 4)).isEmpty();
    }

    @Test
    void someThatAreCountedTogetherAreLetThroughAsAWholeOrNotAtAll() {
        List<Boolean> through = Race.of(6, () -> limits.take(orderId, 3, 10).isEmpty());

        assertThat(through).filteredOn(each -> each).hasSize(3);
        assertThat(limits.take(orderId, 2, 10)).isPresent();
        assertThat(limits.take(orderId, 10)).isEmpty();
    }

    @Test
    void whatIsSentIsReadTheSame() {
        AccessRequest request = request("one", Sample.NOON);
        String url = cloud.queueUrl("AccessCodeQueue");

        new SqsAccessQueue(cloud.sqs(), url).send(request);

        assertThat(
                cloud.sqs().receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(10).waitTimeSeconds(1))
                        .messages())
                .extracting(Message::body).extracting(AccessRequestJson::read).contains(request);
    }

    private void keep(AccessRequest request) {
        cloud.dynamoDb().updateItem(GuestAccessTable.keep(request).request(TABLE));
    }

    private AccessRequest request(String id, Instant at) {
        return new AccessRequest(id, orderId, "a@example.com", "40718356", "hash", at);
    }
}
