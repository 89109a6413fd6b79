package dev.stampede.cloud.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cognito.Account.Purpose;
import dev.stampede.cloud.cognito.Identity.Reply;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// New users and their addresses
/// (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html).
final class SignUps {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int MAX_ADDRESS = 254;
    /// Those of OpenID that a pool has without asking, and a client may write.
    private static final Set<String> WRITABLE = Set.of("email", "name", "given_name", "family_name", "nickname",
            "locale", "zoneinfo");

    private final Accounts accounts;
    private final MailedCodes codes;
    private final Clock clock;

    SignUps(Accounts accounts, MailedCodes codes, Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.clock = clock;
    }

    Reply signUp(Caller caller) {
        if (caller.name().length() > MAX_ADDRESS || !ADDRESS.matcher(caller.name()).matches()) {
            return Answers.invalid("Username should be an email.");
        }
        Optional<Reply> refusal = attributes(caller);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<String> complaint = caller.pool().passwords().complaint(caller.text("Password"));
        if (complaint.isPresent()) {
            return Answers.refusal("InvalidPasswordException", complaint.get());
        }
        if (accounts.named(caller.pool(), caller.name()).isPresent()) {
            return Answers.refusal("UsernameExistsException", "An account with the given email already exists.");
        }
        if (!codes.mayAsk(caller)) {
            return Answers.tooOften();
        }
        Account account = Account.signedUp(caller.pool().id(), caller.name().toLowerCase(Locale.ROOT),
                caller.text("Password"), clock.instant(), accounts.hash());
        accounts.add(account);
        codes.mail(account, Purpose.SIGN_UP, caller.pool());
        return Answers.of(body -> Answers.delivery(
                body.put("UserConfirmed", false).put("UserSub", account.sub), account.email));
    }

    /// That an account is confirmed already is told like that there is none, where the client hides its users.
    Reply confirm(Caller caller) {
        Optional<Account> found = accounts.named(caller.pool(), caller.name());
        if (caller.client().hidesUsers() && found.filter(account -> !account.confirmed).isEmpty()) {
            return codes.refusalOfNobody(caller, Purpose.SIGN_UP);
        }
        if (found.isEmpty()) {
            return unknown();
        }
        Account account = found.get();
        if (account.confirmed) {
            return Answers.notAuthorized("User cannot be confirmed. Current status is CONFIRMED");
        }
        return codes.refusal(caller, account, Purpose.SIGN_UP).orElseGet(() -> {
            account.confirmed = true;
            accounts.changed(account, clock.instant());
            return Answers.empty();
        });
    }

    Reply resend(Caller caller) {
        if (!codes.mayAsk(caller)) {
            return Answers.tooOften();
        }
        Optional<Account> found = accounts.named(caller.pool(), caller.name());
        if (caller.client().hidesUsers() && found.filter(account -> !account.confirmed).isEmpty()) {
            codes.mailNobody();
            return Answers.of(body -> Answers.delivery(body, caller.name()));
        }
        if (found.isEmpty()) {
            return unknown();
        }
        if (found.get().confirmed) {
            return Answers.invalid("User is already confirmed.");
        }
        codes.mail(found.get(), Purpose.SIGN_UP, caller.pool());
        return Answers.of(body -> Answers.delivery(body, found.get().email));
    }

    private static Reply unknown() {
        return Answers.refusal("UserNotFoundException", "Username/client id combination not found.");
    }

    /// What an application may say of a new user: nothing that makes it more than a customer.
    private static Optional<Reply> attributes(Caller caller) {
        for (JsonNode attribute : caller.body().path("UserAttributes")) {
            String name = attribute.path("Name").asText();
            if (name.equals("sub") || name.equals("email_verified")) {
                return Optional.of(
                        Answers.notAuthorized("A client attempted to write unauthorized attribute"));
            }
            if (!WRITABLE.contains(name)) {
                return Optional.of(Answers.invalid("Attributes did not conform to the schema: Type for attribute {"
                        + name + "} could not be determined"));
            }
            if (name.equals("email") && !attribute.path("Value").asText().equalsIgnoreCase(caller.name())) {
                return Optional.of(Answers.invalid("The email attribute must be the username."));
            }
        }
        return Optional.empty();
    }
}
