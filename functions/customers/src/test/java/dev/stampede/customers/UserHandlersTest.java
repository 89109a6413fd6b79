package dev.stampede.customers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The numbers are those of the package's requirements.
class UserHandlersTest {

    private static final String OWN = "0d2f2a4e-5c1b-3f0e-9a53-6d1f0a3b7c11";
    private static final String OTHER = "11111111-2222-3333-4444-555555555555";
    private static final Map<String, String> CUSTOMER = Map.of("sub", OWN);
    private static final Map<String, String> ADMIN = Map.of("sub", OTHER, "cognito:groups", "[admin]");

    private final List<String> asked = new ArrayList<>();
    private Users.Listing listing = new Users.Listing.Page(List.of(user(OWN)), Optional.of("a+token/of=cognito"));
    private Users.Search search = new Users.Search.Found(user(OWN), List.of("customer"));

    private final Users users = new Users() {
        @Override
        public Listing list(int limit, Optional<String> after) {
            asked.add("list " + limit + " " + after.orElse("-"));
            return listing;
        }

        @Override
        public Search find(String id) {
            asked.add("find " + id);
            return search;
        }
    };

    private record Answer(int status, JsonObject headers, JsonObject body) {
        JsonObject error() {
            return body.object("error");
        }
    }

    /// Requirement 1.
    @Test
    void anAdministratorListsUsersPageByPage() {
        Answer page = list(ADMIN, Map.of("limit", "60"));
        String cursor = page.body().object("page").string("nextCursor");
        list(ADMIN, Map.of("cursor", cursor));

        assertThat(cursor).matches("[A-Za-z0-9_-]+");
        assertThat(asked).containsExactly("list 60 -", "list 20 a+token/of=cognito");
        JsonObject user = page.body().objects("data").getFirst();
        assertThat(user.fields()).containsOnlyKeys("id", "email", "emailVerified", "status", "createdAt");
        assertThat(user.string("createdAt")).isEqualTo("2026-01-01T00:00:00.000Z");
    }

    /// Requirement 1.
    @Test
    void nobodyElseListsUsers() {
        assertThat(list(CUSTOMER, Map.of()).status()).isEqualTo(403);
        assertThat(list(Map.of(), Map.of()).status()).isEqualTo(401);
        assertThat(asked).isEmpty();
    }

    /// Requirement 1.
    @ParameterizedTest
    @CsvSource({"limit,0", "limit,61", "limit,x", "limit,1e1", "cursor,???", "cursor,IA"})
    void aWrongParameterIsNamed(String name, String value) {
        Answer answer = list(ADMIN, Map.of(name, value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error().objects("details").getFirst().string("field")).isEqualTo(name);
        assertThat(asked).isEmpty();
    }

    /// Requirement 1.
    @Test
    void aCursorThatCognitoDoesNotKnowIsNamed() {
        listing = new Users.Listing.UnknownCursor();

        assertThat(list(ADMIN, Map.of("cursor", "YWJj")).status()).isEqualTo(400);
    }

    /// Requirement 2.
    @Test
    void everybodySeesThemselvesWithTheirGroupsAndAnAdministratorEverybody() {
        for (Map<String, String> caller : List.of(CUSTOMER, ADMIN)) {
            Answer answer = get(caller, OWN);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body().object("data").strings("groups")).containsExactly("customer");
        }
    }

    /// Requirement 3.
    @ParameterizedTest
    @ValueSource(strings = {OTHER, "nobody", "shopper@example.com", ""})
    void somebodyElseReadsAsNobodyAndIsNotEvenLookedFor(String id) {
        Answer answer = get(CUSTOMER, id);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.error().string("code")).isEqualTo("USER_NOT_FOUND");
        assertThat(asked).isEmpty();
    }

    /// Requirement 3.
    @Test
    void whoDoesNotExistIsAnsweredInTheSameWords() {
        Answer hidden = get(CUSTOMER, OTHER);
        search = new Users.Search.Nobody();
        Answer missing = get(ADMIN, OTHER);

        assertThat(missing.status()).isEqualTo(hidden.status());
        assertThat(missing.error().fields()).isEqualTo(hidden.error().fields());
        assertThat(asked).containsExactly("find " + OTHER);
    }

    /// Requirement 4.
    @ParameterizedTest
    @ValueSource(strings = {"shopper@example.com", "../admin", "0D2F2A4E-5C1B-3F0E-9A53-6D1F0A3B7C11"})
    void whatIsNoIdFindsNobody(String id) {
        assertThat(get(ADMIN, id).status()).isEqualTo(404);
        assertThat(asked).isEmpty();
    }

    /// Requirement 5.
    @Test
    void whenCognitoIsBusyTheCallerHearsWhenToComeAgain() {
        listing = new Users.Listing.Busy();
        search = new Users.Search.Busy();

        for (Answer answer : List.of(list(ADMIN, Map.of()), get(ADMIN, OWN))) {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers().string("retry-after")).isEqualTo("1");
        }
    }

    /// Requirement 2.
    @Test
    void withoutClaimsThereIsNobody() {
        assertThat(get(Map.of(), OWN).status()).isEqualTo(401);
        assertThat(asked).isEmpty();
    }

    private Answer list(Map<String, String> claims, Map<String, String> query) {
        return send(new GetUsersHandler(users), claims, Json.object("queryStringParameters", query));
    }

    private Answer get(Map<String, String> claims, String id) {
        return send(new GetUserHandler(users), claims, Json.object("pathParameters", Map.of("id", id)));
    }

    private static Answer send(RequestStreamHandler handler, Map<String, String> claims, Map<String, Object> event) {
        event.put("requestContext", Json.object("http", Json.object("method", "GET", "path", "/users"),
                "authorizer", Json.object("jwt", Json.object("claims", claims))));
        var out = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(Json.write(event).getBytes(UTF_8)), out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonObject response = Json.readObject(out.toString(UTF_8));
        return new Answer(response.integer("statusCode"), response.object("headers"),
                Json.readObject(response.string("body")));
    }

    private static User user(String id) {
        return new User(id, "shopper@example.com", true, "CONFIRMED", Instant.parse("2026-01-01T00:00:00Z"));
    }
}
