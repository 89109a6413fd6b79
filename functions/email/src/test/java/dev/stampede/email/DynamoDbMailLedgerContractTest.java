package dev.stampede.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.email.MailLedger.Claim;
import dev.stampede.email.MailLedger.Claim.AlreadySent;
import dev.stampede.email.MailLedger.Claim.Busy;
import dev.stampede.email.MailLedger.Claim.Granted;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Race;
import dev.stampede.testing.Sample;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryEngine
class DynamoDbMailLedgerContractTest {

    private final MailLedger ledger;
    private final String mail = Sample.id();
    private Instant now = Sample.NOON;

    DynamoDbMailLedgerContractTest(Engine engine) {
        this.ledger = new DynamoDbMailLedger(engine.cloud().dynamoDb(), "Emails", () -> now);
    }

    @Test
    void aMailIsSentOnce() {
        Granted claim = claim();

        assertThat(ledger.complete(mail, claim.lease())).isTrue();
        assertThat(ledger.claim(mail)).isEqualTo(new AlreadySent());
    }

    @Test
    void whileOneSendsAnotherWaits() {
        claim();
        now = now.plus(DynamoDbMailLedger.LEASE);

        assertThat(ledger.claim(mail)).isEqualTo(new Busy());
    }

    @Test
    void theMailOfOneThatDiedIsSentByAnother() {
        Granted dead = claim();
        now = now.plus(DynamoDbMailLedger.LEASE).plusMillis(1);
        Granted heir = claim();

        assertThat(ledger.complete(mail, dead.lease())).isFalse();
        assertThat(ledger.claim(mail)).isEqualTo(new Busy());
        assertThat(ledger.complete(mail, heir.lease())).isTrue();
    }

    @Test
    void aClaimThatIsGivenBackIsGrantedAtOnce() {
        Granted refused = claim();

        ledger.release(mail, refused.lease());

        Granted next = claim();
        assertThat(ledger.complete(mail, refused.lease())).isFalse();
        assertThat(ledger.complete(mail, next.lease())).isTrue();
    }

    @Test
    void givingALapsedClaimBackTakesNobodyElses() {
        Granted lapsed = claim();
        now = now.plus(DynamoDbMailLedger.LEASE).plusMillis(1);
        Granted heir = claim();

        ledger.release(mail, lapsed.lease());
        assertThat(ledger.claim(mail)).isEqualTo(new Busy());

        ledger.complete(mail, heir.lease());
        ledger.release(mail, heir.lease());
        assertThat(ledger.claim(mail)).isEqualTo(new AlreadySent());
    }

    @Test
    void aMailThatWasSentIsNotSentAgainHoweverLate() {
        ledger.complete(mail, claim().lease());
        now = now.plus(DynamoDbMailLedger.LEASE.multipliedBy(100));

        assertThat(ledger.claim(mail)).isEqualTo(new AlreadySent());
    }

    @Test
    void aMailThatNobodyClaimedIsNotSent() {
        assertThat(ledger.complete(mail, "lease")).isFalse();
        assertThat(ledger.claim(mail)).isInstanceOf(Granted.class);
    }

    @Test
    void ofClaimsThatRaceExactlyOneIsGranted() {
        List<Claim> claims = Race.of(8, () -> ledger.claim(mail));

        assertThat(claims).filteredOn(Granted.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(Busy.class::isInstance).hasSize(7);
    }

    private Granted claim() {
        return (Granted) ledger.claim(mail);
    }
}
