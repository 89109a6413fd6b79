package dev.stampede.cloud.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jwt.SignedJWT;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cognito.Identity.Reply;
import dev.stampede.cloud.state.DiskWatch;
import dev.stampede.cloud.state.FullDisk;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Users come, forget and go as Cognito lets them, with its errors.
class AccountsTest {

    private static final String POOL = "us-east-1_Users";
    private static final String EMAIL = "new@example.com";
    private static final String PASSWORD = "Correct-horse-1";

    @TempDir
    private Path stateDir;

    private final List<String> mails = new ArrayList<>();
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final FullDisk disk = new FullDisk();
    private LocalIdentity identity;
    private int stretched;

    @BeforeEach
    void open() throws URISyntaxException {
        Template template = Template.read(Path.of(getClass().getResource("/mini-shop").toURI()),
                new Template.Addresses(URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8080")));
        identity =
                new LocalIdentity(template, stateDir, (to, subject, text) -> mails.add(to + " " + subject + " " + text),
                        new DiskWatch(disk, stateDir, 0, _ -> {}, System::nanoTime), clock,
                        new PasswordHash(this::stretch));
    }

    @Test
    void aSignUpThatCannotBeWrittenDownDidNotHappen() {
        disk.full = true;
        Reply refused = signUp(EMAIL, PASSWORD);
        assertThat(refused.status()).isEqualTo(500);
        assertThat(refused.body().get("message").asText()).contains("could not be written down", "try again");

        disk.full = false;
        assertThat(signUp(EMAIL, PASSWORD).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[{\"email\":", "garbage", "{}", "[null]"})
    void damagedUsersAreNamedWithWhatToDo(String content) throws Exception {
        Path file = Files.writeString(stateDir.resolve("users.json"), content);
        assertThatThrownBy(this::open).hasMessageContaining(file + " is damaged")
                .hasMessageContaining("./stampede reset");
    }

    @Test
    void whoConfirmsTheMailedCodeSignsInAsACustomerWithAVerifiedAddressAndNoGroup() throws Exception {
        Reply signedUp = signUp(EMAIL, PASSWORD);

        assertThat(signedUp.status()).isEqualTo(200);
        assertThat(signedUp.body().get("UserConfirmed").asBoolean()).isFalse();
        assertThat(signedUp.body().at("/CodeDeliveryDetails/Destination").asText()).isEqualTo("n***@e***");
        assertThat(mails).singleElement().asString().startsWith(EMAIL + " Your code Your code is ");
        assertRefusal(signIn(EMAIL, PASSWORD), "UserNotConfirmedException");
        assertRefusal(signIn(EMAIL, "Wrong-horse-99"), "NotAuthorizedException");

        assertThat(confirm(EMAIL, code()).status()).isEqualTo(200);
        var claims =
                SignedJWT.parse(signIn("NEW@example.com", PASSWORD).body().at("/AuthenticationResult/IdToken").asText())
                        .getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(signedUp.body().get("UserSub").asText());
        assertThat(claims.getClaims()).containsEntry("email", EMAIL).containsEntry("email_verified", true)
                .doesNotContainKey("cognito:groups");
        assertRefusal(confirm(EMAIL, code()), "CodeMismatchException");
    }

    @Test
    void aUserOutlivesARestartAndNoPasswordOrCodeIsKeptReadable() throws Exception {
        signUp(EMAIL, PASSWORD);
        String kept = Files.readString(stateDir.resolve("users.json"));
        assertThat(kept).contains(EMAIL).doesNotContain(PASSWORD).doesNotContain("Stampede-admin-1");
        assertThat(identity.handle("ConfirmSignUp", named(EMAIL)).status()).isEqualTo(400);

        open();
        assertThat(confirm(EMAIL, code()).status()).isEqualTo(200);
        open();
        assertThat(signIn(EMAIL, PASSWORD).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Short-1,               Password not long enough",
        "no-upper-case-1,       Password must have uppercase characters",
        "NO-LOWER-CASE-1,       Password must have lowercase characters",
        "No-digit-at-all,       Password must have numeric characters",
        "NoSymbolAtAll123,      Password must have symbol characters"})
    void aPasswordIsAsThePolicyOfTheTemplateAsks(String password, String complaint) {
        Reply refused = signUp(EMAIL, password);

        assertRefusal(refused, "InvalidPasswordException");
        assertThat(refused.body().get("message").asText())
                .isEqualTo("Password did not conform with policy: " + complaint);
        assertThat(mails).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b", "a b@example.com", "@example.com"})
    void aUsernameIsAnAddress(String name) {
        assertRefusal(signUp(name, PASSWORD), "InvalidParameterException");
    }

    @ParameterizedTest
    @CsvSource({"email_verified,NotAuthorizedException", "sub,NotAuthorizedException",
        "cognito:groups,InvalidParameterException",
        "custom:role,InvalidParameterException", "email,InvalidParameterException"})
    void nobodyMakesThemselvesMoreThanACustomer(String attribute, String type) {
        ObjectNode body = named(EMAIL).put("Password", PASSWORD);
        body.putArray("UserAttributes").addObject().put("Name", attribute).put("Value", "admin");

        assertRefusal(identity.handle("SignUp", body), type);
        assertRefusal(signIn(EMAIL, PASSWORD), "NotAuthorizedException");
    }

    @Test
    void anAddressSignsUpOnceHoweverItIsWritten() {
        signUp(EMAIL, PASSWORD);

        assertRefusal(signUp("New@Example.com", PASSWORD), "UsernameExistsException");
        assertRefusal(signUp("shopper@example.com", PASSWORD), "UsernameExistsException");
    }

    @Test
    void aCodeIsGoodForADayAndANewerOneReplacesIt() {
        signUp(EMAIL, PASSWORD);
        String first = code();
        assertThat(identity.handle("ResendConfirmationCode", named(EMAIL)).status()).isEqualTo(200);
        String second = code();
        if (!first.equals(second)) {
            assertRefusal(confirm(EMAIL, first), "CodeMismatchException");
        }
        now = now.plus(Duration.ofHours(24));
        assertRefusal(confirm(EMAIL, second), "ExpiredCodeException");
        identity.handle("ResendConfirmationCode", named(EMAIL));
        assertThat(confirm(EMAIL, code()).status()).isEqualTo(200);
        mails.clear();
        assertThat(identity.handle("ResendConfirmationCode", named(EMAIL)).status()).isEqualTo(200);
        assertThat(mails).isEmpty();
    }

    @Test
    void codesCannotBeGuessedNorAskedForWithoutEnd() {
        signUp(EMAIL, PASSWORD);
        String wrong = code().equals("000000") ? "000001" : "000000";

        assertThat(refusals(6, () -> confirm(EMAIL, wrong)))
                .containsExactly("CodeMismatchException", "CodeMismatchException", "CodeMismatchException",
                        "CodeMismatchException", "CodeMismatchException", "LimitExceededException");
        assertRefusal(confirm(EMAIL, code()), "LimitExceededException");
        assertThat(refusals(5, () -> identity.handle("ResendConfirmationCode", named(EMAIL))))
                .containsExactly("", "", "", "", "LimitExceededException");
        now = now.plus(Duration.ofHours(1));
        assertThat(confirm(EMAIL, code()).status()).isEqualTo(200);
    }

    @Test
    void aForgottenPasswordIsReplacedByWhoReadsTheMail() {
        Reply asked = identity.handle("ForgotPassword", named("shopper@example.com"));
        assertThat(asked.body().at("/CodeDeliveryDetails/Destination").asText()).isEqualTo("s***@e***");

        assertRefusal(newPassword("shopper@example.com", code(), "weak"), "InvalidPasswordException");
        String wrong = code().equals("000000") ? "000001" : "000000";
        assertRefusal(newPassword("shopper@example.com", wrong, PASSWORD), "CodeMismatchException");
        assertThat(newPassword("shopper@example.com", code(), PASSWORD).status()).isEqualTo(200);

        assertThat(signIn("shopper@example.com", PASSWORD).status()).isEqualTo(200);
        assertRefusal(signIn("shopper@example.com", "Stampede-shopper-1"), "NotAuthorizedException");
        assertRefusal(newPassword("shopper@example.com", code(), PASSWORD + "2"), "CodeMismatchException");
    }

    @Test
    void anUnknownNameIsAnsweredLikeAKnownOne() {
        identity.handle("SignUp", named(EMAIL).put("Password", PASSWORD));
        mails.clear();

        for (String nobody : List.of("nobody@example.com", EMAIL)) {
            Reply asked = identity.handle("ForgotPassword", named(nobody));
            assertThat(asked.status()).isEqualTo(200);
            assertThat(asked.body().at("/CodeDeliveryDetails/DeliveryMedium").asText()).isEqualTo("EMAIL");
            assertThat(refusals(6, () -> newPassword(nobody, "123456", PASSWORD))).containsOnly(
                    "CodeMismatchException", "LimitExceededException");
        }
        assertThat(identity.handle("ResendConfirmationCode", named("nobody@example.com")).status()).isEqualTo(200);
        assertRefusal(confirm("nobody@example.com", "123456"), "CodeMismatchException");
        assertThat(mails).isEmpty();
    }

    @Test
    void aClientThatHidesNobodyIsToldWhoIsUnknown() {
        ObjectNode body = named("nobody@example.com").put("ClientId", "Machine");

        assertRefusal(identity.handle("ForgotPassword", body), "UserNotFoundException");
        assertRefusal(identity.handle("ResendConfirmationCode", body), "UserNotFoundException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shopper@example.com", "nobody@example.com"})
    void passwordsCannotBeGuessedWithoutEnd(String name) {
        assertThat(messages(6, () -> signIn(name, "Wrong-horse-99"))).containsExactly(
                "Incorrect username or password.", "Incorrect username or password.", "Incorrect username or password.",
                "Incorrect username or password.", "Incorrect username or password.", "Password attempts exceeded");

        now = now.plusSeconds(1);
        assertThat(messages(2, () -> signIn(name, "Wrong-horse-99")))
                .containsExactly("Incorrect username or password.", "Password attempts exceeded");
        now = now.plusSeconds(2);
        assertThat(signIn("shopper@example.com", "Stampede-shopper-1").status()).isEqualTo(200);
    }

    @Test
    void aRevokedSignInIsOverAndTheOthersGoOn() {
        JsonNode one = signIn("shopper@example.com", "Stampede-shopper-1").body().get("AuthenticationResult");
        JsonNode other = signIn("shopper@example.com", "Stampede-shopper-1").body().get("AuthenticationResult");

        assertThat(revoke(one.get("RefreshToken")).status()).isEqualTo(200);

        assertRefusal(refresh(one), "NotAuthorizedException");
        assertRefusal(getUser(one), "NotAuthorizedException");
        assertThat(refresh(other).status()).isEqualTo(200);
        assertThat(getUser(other).status()).isEqualTo(200);
        assertRefusal(revoke(other.get("AccessToken")), "UnsupportedTokenTypeException");
    }

    @Test
    void signingOutEverywhereEndsAllSignInsAndNoLaterOne() {
        JsonNode before = signIn("shopper@example.com", "Stampede-shopper-1").body().get("AuthenticationResult");

        assertThat(identity.handle("GlobalSignOut", json().put("AccessToken", before.get("AccessToken").asText()))
                .status())
                .isEqualTo(200);

        assertRefusal(refresh(before), "NotAuthorizedException");
        assertRefusal(getUser(before), "NotAuthorizedException");
        JsonNode after = signIn("shopper@example.com", "Stampede-shopper-1").body().get("AuthenticationResult");
        assertThat(refresh(after).status()).isEqualTo(200);
        assertThat(getUser(after).status()).isEqualTo(200);
        assertRefusal(refresh(before), "NotAuthorizedException");
    }

    @ParameterizedTest
    @ValueSource(longs = {-600_000, -1, 0, 1, 999, 1_000})
    void whoSignsOutEverywhereIsInAgainAndOutAgainWhateverTheClockSays(long millis) {
        for (int i = 0; i < 3; i++) {
            JsonNode tokens = signIn("shopper@example.com", "Stampede-shopper-1").body().get("AuthenticationResult");
            assertThat(getUser(tokens).status()).isEqualTo(200);

            now = now.plusMillis(millis);
            identity.handle("GlobalSignOut", json().put("AccessToken", tokens.get("AccessToken").asText()));
            assertRefusal(getUser(tokens), "NotAuthorizedException");
            assertRefusal(refresh(tokens), "NotAuthorizedException");
        }
    }

    /// Counted, for a clock would tell it on a quiet machine only: hashes, and files that are put on the disk.
    @ParameterizedTest
    @ValueSource(strings = {"ForgotPassword", "ConfirmForgotPassword", "ConfirmSignUp", "ResendConfirmationCode"})
    void whoHasAnAccountCannotBeToldByTheAnswerNorByTheWork(String operation) {
        signUp(EMAIL, PASSWORD);
        String wrong = code().equals("000000") ? "000001" : "000000";

        List<String> seen = Stream.of("shopper@example.com", EMAIL, "nobody@example.com").map(name -> {
            int hashes = stretched;
            int files = disk.replaced.get();
            Reply answer =
                    identity.handle(operation,
                            named(name).put("ConfirmationCode", wrong).put("Password", PASSWORD + "2"));
            return answer.status() + answer.body().path("__type").asText() + " " + (stretched - hashes) + " hashes, "
                    + (disk.replaced.get() - files) + " files";
        }).toList();

        assertThat(seen).containsOnly(seen.getFirst());
        assertThat(seen.getFirst()).contains(" 1 hashes");
    }

    /// Whoever asked for a code in another's name, and waited, would learn by it whether there is an account.
    @Test
    void thatACodeHasRunOutHearsOnlyWhoHasIt() {
        identity.handle("ForgotPassword", named("shopper@example.com"));
        String wrong = code().equals("000000") ? "000001" : "000000";
        now = now.plus(Duration.ofHours(1));

        assertRefusal(newPassword("shopper@example.com", wrong, PASSWORD), "CodeMismatchException");
        assertRefusal(newPassword("nobody@example.com", wrong, PASSWORD), "CodeMismatchException");
        assertRefusal(newPassword("shopper@example.com", code(), PASSWORD), "ExpiredCodeException");
    }

    @Test
    void usersAreListedInPagesForThoseWhoMayAndForNobodyElse() {
        signUp(EMAIL, PASSWORD);
        ObjectNode first = json().put("UserPoolId", POOL).put("Limit", 2);

        JsonNode page = identity.administer("ListUsers", first).body();
        JsonNode next = identity.administer("ListUsers",
                first.deepCopy().put("PaginationToken", page.get("PaginationToken").asText())).body();

        assertThat(page.get("Users")).hasSize(2);
        assertThat(next.get("Users")).singleElement()
                .satisfies(user -> assertThat(user.get("UserStatus").asText()).isEqualTo("UNCONFIRMED"));
        assertThat(next.has("PaginationToken")).isFalse();
        assertRefusal(identity.administer("ListUsers", first.deepCopy().put("PaginationToken", "x")),
                "InvalidParameterException");
        assertRefusal(identity.handle("ListUsers", first), "MissingAuthenticationTokenException");
    }

    @Test
    void anOperatorMakesSomebodyAnAdministrator() throws Exception {
        ObjectNode who = json().put("UserPoolId", POOL).put("Username", "shopper@example.com");

        assertThat(identity.administer("AdminAddUserToGroup", who.deepCopy().put("GroupName", "admin")).status())
                .isEqualTo(200);

        assertThat(identity.administer("AdminListGroupsForUser", who).body().at("/Groups/0/GroupName").asText())
                .isEqualTo("admin");
        assertThat(SignedJWT.parse(identity.tokens("shopper@example.com").id()).getJWTClaimsSet().getStringListClaim(
                "cognito:groups")).containsExactly("admin");
        identity.administer("AdminRemoveUserFromGroup", who.deepCopy().put("GroupName", "admin"));
        assertThat(identity.administer("AdminListGroupsForUser", who).body().get("Groups")).isEmpty();
        assertRefusal(identity.administer("AdminAddUserToGroup", who.deepCopy().put("GroupName", "kings")),
                "ResourceNotFoundException");
        assertRefusal(identity.administer("AdminGetUser", who.deepCopy().put("Username", "nobody@example.com")),
                "UserNotFoundException");
    }

    @Test
    void aDamagedFileSaysWhatToDo() throws IOException {
        Files.writeString(stateDir.resolve("users.json"), "{");

        org.assertj.core.api.Assertions.assertThatThrownBy(this::open).hasMessageContaining("./stampede reset");
    }

    private Reply signUp(String email, String password) {
        return identity.handle("SignUp", named(email).put("Password", password));
    }

    private Reply confirm(String email, String code) {
        return identity.handle("ConfirmSignUp", named(email).put("ConfirmationCode", code));
    }

    private Reply newPassword(String email, String code, String password) {
        return identity.handle("ConfirmForgotPassword",
                named(email).put("ConfirmationCode", code).put("Password", password));
    }

    private Reply signIn(String email, String password) {
        return initiateAuth("USER_PASSWORD_AUTH", Map.of("USERNAME", email, "PASSWORD", password));
    }

    private Reply refresh(JsonNode tokens) {
        return initiateAuth("REFRESH_TOKEN_AUTH", Map.of("REFRESH_TOKEN", tokens.get("RefreshToken").asText()));
    }

    private Reply revoke(JsonNode token) {
        return identity.handle("RevokeToken", json().put("ClientId", "Storefront").put("Token", token.asText()));
    }

    private Reply getUser(JsonNode tokens) {
        return identity.handle("GetUser", json().put("AccessToken", tokens.get("AccessToken").asText()));
    }

    private Reply initiateAuth(String flow, Map<String, String> parameters) {
        ObjectNode body = json().put("ClientId", "Storefront").put("AuthFlow", flow);
        parameters.forEach(body.putObject("AuthParameters")::put);
        return identity.handle("InitiateAuth", body);
    }

    /// Much faster than what is kept for good, and counted.
    private byte[] stretch(String secret, byte[] salt, int iterations) {
        stretched++;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The code in the newest mail.
    private String code() {
        return mails.getLast().replaceFirst(".* is (\\d{6})\\.$", "$1");
    }

    private static List<String> refusals(int times, java.util.function.Supplier<Reply> ask) {
        return java.util.stream.Stream.generate(ask).limit(times).map(answer -> answer.body().path("__type").asText())
                .toList();
    }

    private static List<String> messages(int times, java.util.function.Supplier<Reply> ask) {
        return java.util.stream.Stream.generate(ask).limit(times).map(answer -> answer.body().path("message").asText())
                .toList();
    }

    private static ObjectNode named(String email) {
        return json().put("ClientId", "Storefront").put("Username", email);
    }

    private static ObjectNode json() {
        return LocalIdentity.JSON.createObjectNode();
    }

    private static void assertRefusal(Reply answer, String type) {
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().get("__type").asText()).isEqualTo(type);
    }
}
