package dev.stampede.streamprocessor;

import static dev.stampede.streamprocessor.Sample.change;
import static dev.stampede.streamprocessor.Sample.insert;
import static dev.stampede.streamprocessor.Sample.modify;
import static dev.stampede.streamprocessor.Sample.poison;
import static dev.stampede.streamprocessor.Sample.remove;
import static dev.stampede.streamprocessor.Sample.touched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.Order;
import dev.stampede.model.wire.EventJson;
import dev.stampede.streamprocessor.EventPublisher.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The numbers are those of the package's requirements.
final class PublishChangesTest {

    private final RecordingPublisher publisher = new RecordingPublisher();
    private final PublishChanges publishChanges = new PublishChanges(publisher);

    /// Requirement 1.
    @Test
    void publishesANewOrder() {
        assertThat(publishChanges.publish(List.of(change(insert("1", Sample.created("a")))))).isEmpty();

        assertThat(ids()).containsExactly("a#1");
        assertThat(publisher.messages.getFirst().eventType()).isEqualTo("order_created");
        assertThat(EventJson.read(publisher.messages.getFirst().body()).order()).isEqualTo(Sample.created("a"));
    }

    /// Requirement 1.
    @Test
    void publishesEveryStepOfAChangeThatTookTwo() {
        publishChanges.publish(List.of(change(modify("1", Sample.reviewed("a"), Sample.confirmed("a")))));

        assertThat(ids()).containsExactly("a#3", "a#4");
        assertThat(publisher.messages).extracting(message -> message.eventType())
                .containsExactly("payment_authorized", "order_confirmed");
    }

    /// Requirement 2.
    @Test
    void publishesNothingForARemovalOrAChangeWithoutANewVersion() {
        Order order = Sample.created("a");

        assertThat(publishChanges.publish(List.of(
                change(modify("1", order, order)), change(remove("2", order))))).isEmpty();

        assertThat(publisher.messages).isEmpty();
    }

    /// Requirement 6.
    @Test
    void publishesTheEventsOfTheStatusAgainWhenAReplayIsAskedFor() {
        Order confirmed = Sample.confirmed("a");
        publishChanges.publish(List.of(change(modify("1", Sample.reviewed("a"), confirmed))));
        List<Message> first = List.copyOf(publisher.messages);

        publishChanges.publish(List.of(change(touched("2", confirmed, 0, 1)), change(touched("3", confirmed, 1, 2))));

        assertThat(ids()).containsExactly("a#3", "a#4", "a#4", "a#4");
        assertThat(publisher.messages.subList(2, 4)).containsOnly(first.getLast());
    }

    /// Requirement 6.
    @Test
    void replaysOfAReservedOrderTellEverythingThatItIsReservedBy() {
        publishChanges.publish(List.of(change(touched("1", Sample.reviewed("a"), 0, 1))));

        assertThat(ids()).containsExactly("a#1", "a#2");
    }

    /// Requirements 2 and 6.
    @Test
    void aReplayThatWasAskedForBeforeIsNotPublishedByLaterChanges() {
        Order reviewed = Sample.reviewed("a");

        assertThat(publishChanges.publish(List.of(change(touched("1", reviewed, 3, 3))))).isEmpty();

        assertThat(publisher.messages).isEmpty();
    }

    /// Requirement 1.
    @Test
    void keepsTheOrderOfTheStream() {
        publishChanges.publish(List.of(
                change(insert("1", Sample.created("a"))),
                change(insert("2", Sample.created("b"))),
                change(modify("3", Sample.created("a"), Sample.reviewed("a"))),
                change(modify("4", Sample.reviewed("a"), Sample.confirmed("a")))));

        assertThat(ids()).containsExactly("a#1", "b#1", "a#2", "a#3", "a#4");
    }

    /// Requirement 4.
    @Test
    void reportsTheFirstChangeThatTheTopicRefused() {
        publisher.refusedId = "b#4";

        assertThat(publishChanges.publish(List.of(
                change(insert("1", Sample.created("a"))),
                change(modify("2", Sample.reviewed("b"), Sample.confirmed("b"))),
                change(insert("3", Sample.created("c")))))).contains("2");
    }

    /// Requirement 5.
    @Test
    void reportsAChangeItCannotReadAndPublishesItsNeighbours() {
        for (int place = 0; place < 5; place++) {
            RecordingPublisher fresh = new RecordingPublisher();
            List<OrderChange> batch = new ArrayList<>();
            for (int number = 0; number < 5; number++) {
                String sequenceNumber = "s" + number;
                batch.add(change(number == place
                        ? poison(sequenceNumber)
                        : insert(sequenceNumber, Sample.created("order-" + number))));
            }

            assertThat(new PublishChanges(fresh).publish(batch)).contains("s" + place);
            assertThat(fresh.messages).hasSize(4);
        }
    }

    /// Requirements 4 and 5.
    @Test
    void reportsWhicheverFailureComesFirst() {
        publisher.refusedId = "a#1";

        assertThat(publishChanges.publish(List.of(
                change(insert("1", Sample.created("a"))), change(poison("2"))))).contains("1");
        assertThat(publishChanges.publish(List.of(
                change(poison("1")), change(insert("2", Sample.created("a")))))).contains("1");
    }

    private List<String> ids() {
        return publisher.messages.stream().map(message -> EventJson.read(message.body()).id()).toList();
    }
}
