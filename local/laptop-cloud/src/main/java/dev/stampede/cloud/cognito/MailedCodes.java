package dev.stampede.cloud.cognito;

import dev.stampede.cloud.cognito.Account.Purpose;
import dev.stampede.cloud.cognito.Identity.Reply;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/// Makes codes, mails them and checks what comes back.
final class MailedCodes {

    private static final int AN_HOUR = 5;

    private final Accounts accounts;
    private final Attempts attempts;
    private final MailSink mailSink;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MailedCodes(Accounts accounts, Attempts attempts, MailSink mailSink, Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.mailSink = mailSink;
        this.clock = clock;
    }

    /// As in AWS the code was made all the same; who asks gets another.
    static final class NotSent extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Whether this name may have another code; asked for unknown names as well.
    boolean mayAsk(Caller caller) {
        return attempts.mayInAnHour(AN_HOUR, "mail " + caller.counted(), clock.instant());
    }

    void mail(Account account, Purpose purpose, UserPool pool) {
        String code = newCode();
        account.keepCode(purpose, code, clock.instant(), accounts.hash());
        accounts.changed(account, clock.instant());
        if (!mailSink.deliver(account.email, pool.mailSubject(), pool.mailText().replace("{####}", code))) {
            throw new NotSent();
        }
    }

    /// The same work for who gets no code: how long an answer takes shall not tell who has an account.
    void mailNobody() {
        accounts.hash().of(newCode());
        accounts.changedNobody();
    }

    private String newCode() {
        return "%06d".formatted(random.nextInt(1_000_000));
    }

    /// Nothing where the code is right.
    Optional<Reply> refusal(Caller caller, Account account, Purpose purpose) {
        if (!mayTry(caller, purpose)) {
            return Optional.of(Answers.tooOften());
        }
        return switch (account.use(purpose, caller.text("ConfirmationCode"), clock.instant(), accounts.hash())) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of(wrong());
            case EXPIRED -> Optional.of(expired());
        };
    }

    /// What who has no account hears, after the same work.
    Reply refusalOfNobody(Caller caller, Purpose purpose) {
        if (!mayTry(caller, purpose)) {
            return Answers.tooOften();
        }
        accounts.hash().matchesNobody(caller.text("ConfirmationCode"));
        return wrong();
    }

    private boolean mayTry(Caller caller, Purpose purpose) {
        return attempts.mayInAnHour(AN_HOUR, "try " + purpose + " " + caller.counted(), clock.instant());
    }

    private static Reply wrong() {
        return Answers.refusal("CodeMismatchException", "Invalid verification code provided, please try again.");
    }

    private static Reply expired() {
        return Answers.refusal("ExpiredCodeException", "Invalid code provided, please request a code again.");
    }
}
