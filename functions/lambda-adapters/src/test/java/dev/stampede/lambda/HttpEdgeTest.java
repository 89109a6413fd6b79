package dev.stampede.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

class HttpEdgeTest {

    @Test
    void readsARequestOfPayloadFormatTwo() {
        HttpRequest request = requestOf("""
                {"version":"2.0","rawPath":"/orders/o1","queryStringParameters":{"limit":"5"},
                 "headers":{"Idempotency-Key":"k1","cookie":"a, b"},"pathParameters":{"id":"o1"},
                 "requestContext":{"http":{"method":"GET","path":"/orders/o1","sourceIp":"192.0.2.1"},
                   "authorizer":{"jwt":{"claims":{"email":"a@example.com","cognito:groups":"[admin]"}}}},
                 "isBase64Encoded":false}""");

        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.pathParameter("id")).isEqualTo("o1");
        assertThat(request.queryParameter("limit")).contains("5");
        assertThat(request.header("IDEMPOTENCY-KEY")).contains("k1");
        assertThat(request.claims()).containsEntry("email", "a@example.com").containsEntry("cognito:groups", "[admin]");
        assertThat(request.sourceIp()).isEqualTo("192.0.2.1");
        assertThat(request.body()).isEmpty();
    }

    @Test
    void claimsMayBeListsAndTruthValues() {
        HttpRequest request = requestOf("""
                {"requestContext":{"http":{"method":"GET","path":"/orders"},
                  "authorizer":{"jwt":{"claims":{"cognito:groups":["admin","customer"],"email_verified":true}}}}}""");

        assertThat(request.claims()).containsEntry("cognito:groups", "[admin, customer]")
                .containsEntry("email_verified", "true");
    }

    @Test
    void aRequestWithoutAnAuthorizerHasNoClaims() {
        assertThat(requestOf("{\"requestContext\":{\"http\":{\"method\":\"GET\",\"path\":\"/\"}}}").claims()).isEmpty();
    }

    /// The API adds by Origin which page may read an answer.
    @Test
    void whatMayBeKeptSaysThatItDiffersByOrigin() {
        HttpResponse kept = HttpResponse.ok("Products", List.of()).withHeader("cache-control", "public, max-age=2");

        assertThat(headers(kept)).containsEntry("vary", "origin");
        assertThat(headers(HttpResponse.bodyless(304).withHeader("cache-control", "public, max-age=2")))
                .containsEntry("vary", "origin");
        assertThat(headers(HttpResponse.ok("Order", Map.of()))).doesNotContainKey("vary");
    }

    private static Map<Object, Object> headers(HttpResponse response) {
        return new HashMap<>((Map<?, ?>) response.toEvent().get("headers"));
    }

    @Test
    void aDocumentIsAnsweredAsItIs() {
        HttpResponse document =
                HttpResponse.document("application/xml", "<a/>").withHeader("cache-control", "public, max-age=60");

        assertThat(document.toEvent()).containsEntry("statusCode", 200).containsEntry("body", "<a/>")
                .containsEntry("headers",
                        Map.of("content-type", "application/xml", "cache-control", "public, max-age=60", "vary",
                                "origin"));
    }

    @Test
    void readsABodyThatCameAsBase64() {
        String encoded = Base64.getEncoder().encodeToString("{\"ä\":1}".getBytes(UTF_8));

        assertThat(requestOf("{\"requestContext\":{\"http\":{\"method\":\"POST\",\"path\":\"/\"}},\"body\":\"" + encoded
                + "\",\"isBase64Encoded\":true}").body()).isEqualTo("{\"ä\":1}");
    }

    @Test
    void aByteOrderMarkBeforeABodyIsNoPartOfIt() {
        assertThat(
                requestOf("{\"requestContext\":{\"http\":{\"method\":\"POST\",\"path\":\"/\"}},\"body\":\"\uFEFF{}\"}")
                        .body())
                .isEqualTo("{}");
    }

    @Test
    void aParameterWithoutAValueIsAsGoodAsNone() {
        assertThat(requestOf("{\"requestContext\":{\"http\":{\"method\":\"GET\",\"path\":\"/\"}},"
                + "\"queryStringParameters\":{\"limit\":\"\"}}").queryParameter("limit")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gzip,415", "br,415", "identity,200", "IDENTITY,200"})
    void aCompressedBodyIsRefusedAsWhatItIs(String encoding, int status) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String event = "{\"requestContext\":{\"http\":{\"method\":\"POST\",\"path\":\"/\"}},"
                + "\"headers\":{\"Content-Encoding\":\"" + encoding + "\"},\"body\":\"{}\"}";

        HttpEdge.serve(new ByteArrayInputStream(event.getBytes(UTF_8)), out, _ -> HttpResponse.ok("OK", null));

        assertThat(Json.readObject(out.toString(UTF_8)).integer("statusCode")).isEqualTo(status);
    }

    @Test
    void anUnforeseenFailureIsABlankFiveHundred() {
        JsonObject response = serve(_ -> {
            throw new IllegalStateException("table Orders-secret-name");
        });

        assertThat(response.integer("statusCode")).isEqualTo(500);
        assertThat(response.string("body")).contains("\"INTERNAL\"").doesNotContain("secret");
    }

    @Test
    void aCallThatFailedForNowIsBusyAndWorthAnotherTry() {
        JsonObject response = serve(_ -> {
            throw ApiCallTimeoutException.create(10_000);
        });

        assertThat(response.integer("statusCode")).isEqualTo(503);
        assertThat(response.string("body")).contains("\"BUSY\"").doesNotContain("10000", "imeout");
        assertThat(response.object("headers").string("retry-after")).isEqualTo("1");
    }

    @Test
    void anEventThatIsNoRequestIsABlankFiveHundred() {
        var out = new ByteArrayOutputStream();
        HttpEdge.serve(new ByteArrayInputStream("{}".getBytes(UTF_8)), out, _ -> HttpResponse.ok("m", null));

        assertThat(Json.readObject(out.toString(UTF_8)).integer("statusCode")).isEqualTo(500);
    }

    @Test
    void answersAreNotCachedUnlessTheFunctionSaysSo() {
        assertThat(cacheControl(HttpResponse.ok("m", null))).isEqualTo("no-store");
        assertThat(cacheControl(HttpResponse.ok("m", null).withHeader("cache-control", "public"))).isEqualTo("public");
    }

    @Test
    void anAnswerWithoutABodyNamesNoTypeOfIt() {
        JsonObject response = serve(_ -> HttpResponse.bodyless(204));

        assertThat(response.integer("statusCode")).isEqualTo(204);
        assertThat(response.fields()).doesNotContainKey("body");
        assertThat(response.object("headers").fields()).isEqualTo(Map.of("cache-control", "no-store"));
    }

    @Test
    void aRefusalNamesItsFields() {
        var detail = new Detail("cart[0].id", "REQUIRED", "missing");
        JsonObject body = Json.readObject(
                serve(_ -> HttpResponse.problem(400, "VALIDATION_FAILED", "no", List.of(detail))).string("body"));

        assertThat(body.fields()).containsEntry("success", false).containsKey("timestamp");
        assertThat(body.object("error").objects("details").getFirst().fields())
                .isEqualTo(Map.of("field", "cart[0].id", "code", "REQUIRED", "message", "missing"));
    }

    @Test
    void aPageSaysWhereTheNextOneBegins() {
        JsonObject body = Json.readObject(serve(_ -> HttpResponse.page("m", List.of(1), "next")).string("body"));

        assertThat(body.object("page").string("nextCursor")).isEqualTo("next");
        assertThat(body.fields()).containsEntry("success", true).containsEntry("data", List.of(1L));
    }

    private static String cacheControl(HttpResponse response) {
        return serve(_ -> response).object("headers").string("cache-control");
    }

    private static JsonObject serve(Function<HttpRequest, HttpResponse> answer) {
        var out = new ByteArrayOutputStream();
        String event = "{\"requestContext\":{\"http\":{\"method\":\"GET\",\"path\":\"/\"}}}";
        HttpEdge.serve(new ByteArrayInputStream(event.getBytes(UTF_8)), out, answer);
        return Json.readObject(out.toString(UTF_8));
    }

    @Test
    void whatDidNotComeThroughTheEdgeGoesNoFurther() {
        for (String headers : List.of("{}", "{\"x-origin-secret\":\"\"}", "{\"x-origin-secret\":\"s3cre\"}",
                "{\"x-origin-secret\":\"s3cret,s3cret\"}")) {
            JsonObject response = behindTheEdge(headers, _ -> {
                throw new AssertionError("was asked");
            });

            assertThat(response.integer("statusCode")).isEqualTo(403);
            assertThat(Json.readObject(response.string("body")).object("error").string("code"))
                    .isEqualTo("NOT_THROUGH_THE_SHOP");
            assertThat(response.string("body")).doesNotContain("s3cret");
        }
    }

    @Test
    void whatCameThroughTheEdgeIsAnswered() {
        assertThat(behindTheEdge("{\"X-Origin-Secret\":\"s3cret\"}", _ -> HttpResponse.ok("fine", null))
                .integer("statusCode")).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "192.0.2.1, 203.0.113.9 | 192.0.2.1",
        "10.9.8.7, 192.0.2.1, 203.0.113.9 | 192.0.2.1",
        "a,b,c, 192.0.2.1 ,203.0.113.9 | 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 203.0.113.9 | 20010db800010002",
        "2001:db8:1:2::ffff, 203.0.113.9 | 20010db800010002",
        "::ffff:192.0.2.1, 203.0.113.9 | c0000201",
        "no:address, 203.0.113.9 | no:address",
        "203.0.113.9 | 198.51.100.1"})
    void aPlaceIsWhereCloudFrontSawTheViewerAndAnIpv6NetworkIsOne(String hops, String place) {
        assertThat(requestOf("{\"headers\":{\"X-Forwarded-For\":\"" + hops
                + "\"},\"requestContext\":{\"http\":{\"method\":\"GET\",\"path\":\"/\",\"sourceIp\":\"198.51.100.1\"}}}")
                .place()).isEqualTo(place);
    }

    private static JsonObject behindTheEdge(String headers, Function<HttpRequest, HttpResponse> answer) {
        String event =
                "{\"headers\":" + headers + ",\"requestContext\":{\"http\":{\"method\":\"GET\",\"path\":\"/\"}}}";
        var out = new ByteArrayOutputStream();
        HttpEdge.serve(new ByteArrayInputStream(event.getBytes(UTF_8)), out, answer, Optional.of("s3cret"));
        return Json.readObject(out.toString(UTF_8));
    }

    private static HttpRequest requestOf(String event) {
        AtomicReference<HttpRequest> seen = new AtomicReference<>();
        HttpEdge.serve(new ByteArrayInputStream(event.getBytes(UTF_8)), new ByteArrayOutputStream(), request -> {
            seen.set(request);
            return HttpResponse.ok("m", null);
        });
        return seen.get();
    }
}
