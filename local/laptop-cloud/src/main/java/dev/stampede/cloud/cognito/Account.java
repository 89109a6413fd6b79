package dev.stampede.cloud.cognito;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// A user of a user pool, as it is kept. Only [Accounts] changes one, and under its lock.
@JsonAutoDetect(fieldVisibility = Visibility.ANY, getterVisibility = Visibility.NONE, isGetterVisibility = Visibility.NONE, creatorVisibility = Visibility.ANY)
final class Account {

    /// What a mailed code opens.
    enum Purpose {
        SIGN_UP(Duration.ofHours(24)), NEW_PASSWORD(Duration.ofHours(1));

        final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }
    }

    /// A code that was mailed: one for a purpose, the newest.
    record MailedCode(Purpose purpose, String hash, long expiresAt) {}

    String pool;
    String sub;
    String email;
    boolean confirmed;
    String password;
    List<String> groups = new ArrayList<>();
    List<MailedCode> codes = new ArrayList<>();
    /// The sign-ins whose refresh token was revoked.
    Set<String> revoked = new TreeSet<>();
    /// In milliseconds. Tokens of sign-ins until then are good for nothing here.
    long signedOutAt;
    long createdAt;
    long changedAt;

    /// For Jackson, and for those below, which set all of it.
    @SuppressWarnings("NullAway.Init")
    private Account() {}

    /// A user who signs up: in no group, and not to sign in before the address is confirmed.
    static Account signedUp(String pool, String email, String password, Instant now, PasswordHash hash) {
        Account account = new Account();
        account.pool = pool;
        account.sub = UUID.randomUUID().toString();
        account.email = email;
        account.password = hash.of(password);
        account.createdAt = now.toEpochMilli();
        account.changedAt = account.createdAt;
        return account;
    }

    static Account of(String pool, DemoUser user, Instant now, PasswordHash hash) {
        Account account = signedUp(pool, user.email(), user.password(), now, hash);
        account.sub = user.sub();
        account.confirmed = true;
        account.groups.add(user.group());
        return account;
    }

    String status() {
        return confirmed ? "CONFIRMED" : "UNCONFIRMED";
    }

    void keepCode(Purpose purpose, String code, Instant now, PasswordHash hash) {
        codes.removeIf(each -> each.purpose() == purpose);
        codes.add(new MailedCode(purpose, hash.of(code), now.plus(purpose.lifetime).toEpochMilli()));
    }

    /// How a code stands that somebody gives; the right one is used up by it. That a code has run out hears only who
    /// has it: whoever could ask for one would learn by it that there is an account.
    CodeCheck use(Purpose purpose, String code, Instant now, PasswordHash hash) {
        MailedCode mailed = codes.stream().filter(each -> each.purpose() == purpose).findFirst().orElse(null);
        boolean right = mailed == null ? hash.matchesNobody(code) : hash.matches(code, mailed.hash());
        if (mailed == null || !right) {
            return CodeCheck.WRONG;
        }
        if (mailed.expiresAt() <= now.toEpochMilli()) {
            return CodeCheck.EXPIRED;
        }
        codes.remove(mailed);
        return CodeCheck.RIGHT;
    }

    enum CodeCheck {
        RIGHT, WRONG, EXPIRED
    }

    /// The time of a sign-in now: after every sign-out that was before it, though it be the same millisecond or the
    /// clock was set back.
    Instant signInAt(Instant now) {
        return now.toEpochMilli() > signedOutAt ? now : Instant.ofEpochMilli(signedOutAt + 1);
    }

    /// Whether a sign-in was ended before its tokens ran out.
    boolean ended(String signIn, Instant signedInAt) {
        return revoked.contains(signIn) || signedInAt.toEpochMilli() <= signedOutAt;
    }
}
