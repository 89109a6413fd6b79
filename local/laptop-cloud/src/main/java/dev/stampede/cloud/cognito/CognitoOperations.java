package dev.stampede.cloud.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cognito.Identity.Reply;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The operations of Cognito's API that the shop needs, one at a time
/// (https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_Operations.html).
final class CognitoOperations {

    private final List<UserPool> pools;
    private final Accounts accounts;
    private final SignUps signUps;
    private final ForgottenPasswords forgotten;
    private final SignIns signIns;
    private final Directory directory;

    CognitoOperations(List<UserPool> pools, Accounts accounts, SigningKey key, MailSink mailSink, Clock clock) {
        Attempts attempts = new Attempts();
        MailedCodes codes = new MailedCodes(accounts, attempts, mailSink, clock);
        this.pools = pools;
        this.accounts = accounts;
        this.signUps = new SignUps(accounts, codes, clock);
        this.forgotten = new ForgottenPasswords(accounts, codes, clock);
        this.signIns = new SignIns(pools, accounts, attempts, key, clock);
        this.directory = new Directory(pools, accounts, clock);
    }

    /// For anybody.
    synchronized Reply handle(String operation, JsonNode body) {
        return kept(() -> answer(operation, body));
    }

    /// What could not be written down did not happen.
    private static Reply kept(Supplier<Reply> operation) {
        try {
            return operation.get();
        } catch (Accounts.NotKept e) {
            return Answers.failure("InternalErrorException", e.getMessage() + " Please try again in a moment.");
        } catch (MailedCodes.NotSent _) {
            return Answers.refusal("CodeDeliveryFailureException",
                    "The code could not be mailed. Please ask for another.");
        }
    }

    private Reply answer(String operation, JsonNode body) {
        return switch (operation) {
            case "InitiateAuth" -> atClient(body, caller -> signIns.initiateAuth(
                    caller.pool(), caller.client(), caller.text("AuthFlow"), body.path("AuthParameters")));
            case "SignUp" -> atClient(body, signUps::signUp);
            case "ConfirmSignUp" -> atClient(body, signUps::confirm);
            case "ResendConfirmationCode" -> atClient(body, signUps::resend);
            case "ForgotPassword" -> atClient(body, forgotten::forgot);
            case "ConfirmForgotPassword" -> atClient(body, forgotten::confirm);
            case "RevokeToken" -> atClient(body,
                    caller -> signIns.revoke(caller.pool(), caller.client(), caller.text("Token")));
            case "GetUser" -> signIns.getUser(body.path("AccessToken").asText());
            case "GlobalSignOut" -> signIns.globalSignOut(body.path("AccessToken").asText());
            default -> Directory.OPERATIONS.contains(operation)
                    ? Answers.refusal("MissingAuthenticationTokenException", "Missing Authentication Token")
                    : Answers.refusal(
                            "InvalidAction", "The laptop cloud does not know the operation " + operation + ".");
        };
    }

    /// For those whose role allows it.
    synchronized Reply administer(String operation, JsonNode body) {
        return kept(() -> directory.handle(operation, body));
    }

    synchronized Tokens tokens(String email) {
        for (UserPool pool : pools) {
            Optional<Account> account = accounts.named(pool, email);
            if (account.isPresent() && !pool.clients().isEmpty()) {
                return signIns.tokens(pool, pool.clients().getFirst(), account.get());
            }
        }
        throw new IllegalArgumentException("no user " + email + " in a user pool with a client");
    }

    private Reply atClient(JsonNode body, Function<Caller, Reply> operation) {
        String clientId = body.path("ClientId").asText();
        for (UserPool pool : pools) {
            Optional<UserPool.Client> client = pool.client(clientId);
            if (client.isPresent()) {
                return operation.apply(new Caller(pool, client.get(), body.path("Username").asText(), body));
            }
        }
        return Answers.refusal("ResourceNotFoundException", "User pool client " + clientId + " does not exist.");
    }
}
