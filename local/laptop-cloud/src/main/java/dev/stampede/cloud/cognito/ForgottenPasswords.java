package dev.stampede.cloud.cognito;

import dev.stampede.cloud.cognito.Account.Purpose;
import dev.stampede.cloud.cognito.Identity.Reply;
import java.time.Clock;
import java.util.Optional;

/// A new password for who reads the mail
/// (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html).
final class ForgottenPasswords {

    private final Accounts accounts;
    private final MailedCodes codes;
    private final Clock clock;

    ForgottenPasswords(Accounts accounts, MailedCodes codes, Clock clock) {
        this.accounts = accounts;
        this.codes = codes;
        this.clock = clock;
    }

    Reply forgot(Caller caller) {
        if (!codes.mayAsk(caller)) {
            return Answers.tooOften();
        }
        Optional<Account> found = accounts.named(caller.pool(), caller.name());
        if (caller.client().hidesUsers() && found.filter(account -> account.confirmed).isEmpty()) {
            codes.mailNobody();
            return Answers.of(body -> Answers.delivery(body, caller.name()));
        }
        if (found.isEmpty()) {
            return Answers.refusal("UserNotFoundException", "Username/client id combination not found.");
        }
        if (!found.get().confirmed) {
            return Answers.invalid("Cannot reset password for the user as there is no registered/verified email or"
                    + " phone_number");
        }
        codes.mail(found.get(), Purpose.NEW_PASSWORD, caller.pool());
        return Answers.of(body -> Answers.delivery(body, found.get().email));
    }

    Reply confirm(Caller caller) {
        Optional<String> complaint = caller.pool().passwords().complaint(caller.text("Password"));
        if (complaint.isPresent()) {
            return Answers.refusal("InvalidPasswordException", complaint.get());
        }
        Optional<Account> found = accounts.named(caller.pool(), caller.name());
        if (found.isEmpty()) {
            return caller.client().hidesUsers()
                    ? codes.refusalOfNobody(caller, Purpose.NEW_PASSWORD)
                    : Answers.refusal("UserNotFoundException", "Username/client id combination not found.");
        }
        Account account = found.get();
        return codes.refusal(caller, account, Purpose.NEW_PASSWORD).orElseGet(() -> {
            account.password = accounts.hash().of(caller.text("Password"));
            accounts.changed(account, clock.instant());
            return Answers.empty();
        });
    }
}
