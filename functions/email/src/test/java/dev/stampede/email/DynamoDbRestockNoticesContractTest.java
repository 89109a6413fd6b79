package dev.stampede.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.email.RestockNotices.Claim;
import dev.stampede.email.RestockNotices.Waited;
import dev.stampede.model.RestockNotice;
import dev.stampede.model.table.RestockNoticesTable;
import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Race;
import dev.stampede.testing.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@EveryEngine
class DynamoDbRestockNoticesContractTest {

    private final Cloud cloud;
    private final RestockNotices notices;
    private final String product = Sample.id();
    private final RestockNotice notice;

    DynamoDbRestockNoticesContractTest(Engine engine) {
        this.cloud = engine.cloud();
        this.notices = new DynamoDbRestockNotices(cloud.dynamoDb(), "RestockNotices");
        this.notice = ask("a", Sample.NOON);
    }

    @Test
    void thoseWhoWaitAreReadUpToALimit() {
        RestockNotice second = ask("b", Sample.NOON);
        RestockNotice third = ask("c", Sample.NOON);

        assertThat(notices.of(product, 9, Sample.NOON)).containsExactlyInAnyOrder(notice, second, third);
        assertThat(notices.of(product, 2, Sample.NOON)).hasSize(2);
        assertThat(notices.of(Sample.id(), 2, Sample.NOON)).isEmpty();
    }

    @Test
    void whoWaitedTooLongIsPassedOver() {
        for (int i = 0; i < 5; i++) {
            ask("late-" + i, Sample.NOON.plusSeconds(1));
        }
        Instant expired = Sample.NOON.plus(RestockNoticesTable.KEPT);

        assertThat(notices.of(product, 1, expired)).hasSize(1).doesNotContain(notice);
        assertThat(notices.of(product, 9, expired)).hasSize(5);
    }

    @Test
    void aClaimKeepsOthersAwayForAMinute() {
        Claim claim = notices.claim(notice, Sample.NOON).orElseThrow();

        assertThat(claim.tries()).isEqualTo(1);
        assertThat(notices.claim(notice, Sample.NOON.plus(DynamoDbRestockNotices.LEASE))).isEmpty();
        Claim heir = notices.claim(notice, Sample.NOON.plus(DynamoDbRestockNotices.LEASE).plusMillis(1)).orElseThrow();
        assertThat(heir.tries()).isEqualTo(2);
        notices.forget(notice, claim);
        assertThat(notices.of(product, 9, Sample.NOON)).containsExactly(notice);
        notices.forget(notice, heir);
        assertThat(notices.of(product, 9, Sample.NOON)).isEmpty();
    }

    @Test
    void aClaimThatIsGivenBackIsGrantedAnewAtOnce() {
        Claim refused = notices.claim(notice, Sample.NOON).orElseThrow();
        notices.release(notice, refused, true);
        Claim away = notices.claim(notice, Sample.NOON).orElseThrow();
        assertThat(away.tries()).isEqualTo(2);

        notices.release(notice, refused, true);
        assertThat(notices.claim(notice, Sample.NOON)).isEmpty();
        notices.release(notice, away, false);
        assertThat(notices.claim(notice, Sample.NOON).orElseThrow().tries()).isEqualTo(2);
    }

    @Test
    void whatWasForgottenDoesNotComeBackByAClaimThatIsGivenBack() {
        Claim claim = notices.claim(notice, Sample.NOON).orElseThrow();
        notices.forget(notice, claim);

        notices.release(notice, claim, false);

        assertThat(notices.of(product, 9, Sample.NOON)).isEmpty();
    }

    @Test
    void whoWasToldCannotBeClaimedAgain() {
        notices.forget(notice, notices.claim(notice, Sample.NOON).orElseThrow());

        assertThat(notices.claim(notice, Sample.NOON.plusSeconds(3600))).isEmpty();
        assertThat(notices.of(product, 9, Sample.NOON)).isEmpty();
    }

    @Test
    void ofClaimsThatRaceOneIsGranted() {
        assertThat(Race.of(8, () -> notices.claim(notice, Sample.NOON))).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void aProductLeavesTheListOnlyWhereNobodyAskedMeanwhile() {
        waitFor(Sample.NOON);
        Waited seen = waited().orElseThrow();
        waitFor(Sample.NOON.plusMillis(1));

        notices.nobodyWaitsFor(seen);
        assertThat(waited()).isPresent();
        notices.nobodyWaitsFor(waited().orElseThrow());
        assertThat(waited()).isEmpty();
    }

    private RestockNotice ask(String who, Instant at) {
        String email = who + Sample.id() + "@example.com";
        RestockNotice asked = new RestockNotice(product, RestockNoticesTable.recipient(email), email);
        cloud.dynamoDb().putItem(put -> put.tableName("RestockNotices").item(RestockNoticesTable.toItem(asked, at)));
        return asked;
    }

    private void waitFor(Instant at) {
        cloud.dynamoDb().putItem(put -> put.tableName("RestockNotices").item(RestockNoticesTable.waiting(product, at)));
    }

    private Optional<Waited> waited() {
        List<Waited> all = notices.waitedFor();
        return all.stream().filter(each -> each.productId().equals(product)).findFirst();
    }
}
