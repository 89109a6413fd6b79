package dev.stampede.cloud.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.cloud.apigateway.MiniShop;
import dev.stampede.cloud.http.Exchanges;
import dev.stampede.cloud.http.Response;
import dev.stampede.cloud.listener.RawHttp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {

    private static final String SCRIPT = "/assets/app-1a2b3c.js";

    private final MiniShop shop = new MiniShop();
    private final Site site = Site.open(shop.template, 0, List.of(shop.api), MiniShop::secret);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        site.close();
        client.close();
    }

    /// DNS rebinding: the name in front is the page's own, so that the browser takes our answers for its.
    @ParameterizedTest
    @ValueSource(strings = {
        "GET /", "GET /api/products", "GET /_local/page", "PUT /_local/page", "GET /_local", "GET /api/docs",
        "POST /api/orders"})
    void aPageUnderAnotherNameGetsNothing(String call) throws Exception {
        site.mount("/_local/page", exchange -> Exchanges.send(exchange, Response.of(200, "text/plain", "secret")));
        site.cover("/api/docs", exchange -> Exchanges.send(exchange, Response.of(200, "text/plain", "secret")));
        int port = site.url().getPort();

        assertThat(RawHttp.send(port, call + " HTTP/1.1", "Host: evil.example:8181").status()).isEqualTo(421);
        assertThat(RawHttp.send(port, call + " HTTP/1.1", "Host: localhost", "Origin: https://evil.example").status())
                .isEqualTo(403);
        assertThat(shop.invoked).isEmpty();
        assertThat(RawHttp.send(port, call + " HTTP/1.1", "Host: localhost").head())
                .contains("x-content-type-options: nosniff");
    }

    @Test
    void noOtherPageShowsWhatIsTheLaptopClouds() throws Exception {
        site.mount("/_local/page", exchange -> Exchanges.send(exchange, Response.of(200, "image/png", "secret")));

        assertThat(get("/_local/page").headers().firstValue("cross-origin-resource-policy")).hasValue("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/orders/abc", "/orders/abc?from=mail"})
    void everyPageIsTheOnePage(String path) throws Exception {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("The page");
        assertThat(page.headers().firstValue("content-type")).hasValue("text/html");
        assertThat(page.headers().firstValue("cache-control")).hasValue("no-cache");
        assertThat(shop.invoked).isEmpty();
    }

    /// By the letter, as CloudFront's path patterns are: what is written otherwise is a page of the site.
    @ParameterizedTest
    @ValueSource(strings = {"/API/products", "/Api/products", "/api", "//API//products", "/api%2Fproducts"})
    void whatIsNotUnderTheApisPathIsAPage(String path) throws Exception {
        assertThat(rawGet(path)).startsWith("HTTP/1.1 200").contains("The page");
        assertThat(shop.invoked).isEmpty();
    }

    /// CloudFront straightens a path to find the behavior, and sends it on as it came. API Gateway has no such route.
    @ParameterizedTest
    @ValueSource(strings = {
        "//api/products", "//other/..//api/products", "/assets/../api/products", "/api//products", "/api/./products"})
    void aCrookedPathOfTheApiIsTheApisToRefuse(String path) throws Exception {
        assertThat(rawGet(path)).startsWith("HTTP/1.1 404").endsWith("{\"message\":\"Not Found\"}");
        assertThat(shop.invoked).isEmpty();
    }

    @Test
    void anEscapedLetterOfTheApisPathIsThatLetter() throws Exception {
        assertThat(rawGet("/%61pi/products")).startsWith("HTTP/1.1 200").endsWith("done");
        assertThat(shop.event().at("/rawPath").asText()).isEqualTo("/api/products");
    }

    @Test
    void anOwnPageIsAskedForByItsPathAndNotByWhatLooksLikeAHost() throws Exception {
        site.mount("/_local/page", exchange -> Exchanges.send(exchange, Response.of(200, "text/plain", "secret")));
        site.cover("/api/docs", exchange -> Exchanges.send(exchange, Response.of(200, "text/plain", "secret")));

        assertThat(rawGet("//x/_local/page")).doesNotContain("secret");
        assertThat(rawGet("//x/api/docs")).doesNotContain("secret");
        assertThat(rawGet("/_local/page")).contains("secret");
    }

    @Test
    void aMissingFileIsNoPage() throws Exception {
        HttpResponse<String> missing = get("/missing.js");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("<Code>NoSuchKey</Code>").doesNotContain("The page");
    }

    @Test
    void aBucketThatMayNotBeListedDeniesWhatIsMissing() throws Exception {
        HttpResponse<String> denied = get("/closed/x.js");

        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("<Code>AccessDenied</Code>");
    }

    @Test
    void theApisErrorsAreNeverReplacedByThePage() throws Exception {
        HttpResponse<String> unknown = get("/api/unknown");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(unknown.headers().firstValue("content-type")).hasValue("application/json");
    }

    /// As CloudFront does: the viewer comes after whatever the viewer claims, and API Gateway notes CloudFront after
    /// that.
    @Test
    void whereARequestComesFromCannotBeClaimed() throws Exception {
        get("/api/products");
        assertThat(shop.event().at("/headers/x-forwarded-for").asText()).isEqualTo("127.0.0.1, 127.0.0.1");

        send(to("/api/products").header("X-Forwarded-For", "192.0.2.77, 192.0.2.78"));
        assertThat(shop.event().at("/headers/x-forwarded-for").asText())
                .isEqualTo("192.0.2.77, 192.0.2.78, 127.0.0.1, 127.0.0.1");
    }

    @Test
    void theApiHearsTheEdgesSecretWhateverAViewerSendsInItsPlace() throws Exception {
        send(to("/api/products").header("X-Origin-Secret", "a guess"));

        assertThat(shop.event().at("/headers/x-origin-secret").asText()).startsWith("the value of ")
                .contains("EdgeSecret");
    }

    @Test
    void passesTheApisRequestsAndAnswers() throws Exception {
        shop.result = MiniShop.success("""
                {"statusCode": 202, "headers": {"location": "/api/orders/1"}, "cookies": ["a=1", "b=2"],
                 "body": "{}"}""");

        HttpResponse<String> answer = send(to("/api/orders?x=1").header("Idempotency-Key", "k1")
                .header("X-Twice", "a").header("X-Twice", "b").header("Cookie", "c=3; d=4")
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"a\":1}")));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("location")).hasValue("/api/orders/1");
        assertThat(answer.headers().allValues("set-cookie")).containsExactlyInAnyOrder("a=1", "b=2");
        assertThat(answer.headers().firstValue("x-frame-options")).hasValue("DENY");
        assertThat(shop.event().get("body").asText()).isEqualTo("{\"a\":1}");
        assertThat(shop.event().at("/headers/idempotency-key").asText()).isEqualTo("k1");
        assertThat(shop.event().at("/headers/x-twice").asText()).isEqualTo("a,b");
        assertThat(shop.event().get("cookies").toString()).isEqualTo("[\"c=3\",\"d=4\"]");
        assertThat(shop.event().at("/requestContext/http/sourceIp").asText()).isEqualTo("127.0.0.1");
    }

    @Test
    void anUploadThatIsTooLargeGetsItsAnswer() throws Exception {
        HttpResponse<String> refused =
                send(to("/api/orders").POST(BodyPublishers.ofByteArray(new byte[12 * 1024 * 1024])));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    }

    @Test
    void onlyReadsTheSite() throws Exception {
        HttpResponse<String> refused = send(to("/").POST(BodyPublishers.noBody()));

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("not configured to allow the HTTP request method");
    }

    @Test
    void aHashedFileMayBeKeptForever() throws Exception {
        HttpResponse<String> script = get(SCRIPT);

        assertThat(script.headers().firstValue("cache-control")).hasValue("public, max-age=31536000, immutable");
        assertThat(script.headers().firstValue("content-type")).hasValue("text/javascript");
    }

    @Test
    void aLaterSourceWinsAndItsMarkersAreFilledIn() throws Exception {
        assertThat(get("/config.json").body()).isEqualTo(
                "{\"region\":\"us-east-1\",\"client\":\"Storefront\",\"pool\":\"/_local/cognito\",\"site\":\"http://127.0.0.1:8080/\"}");
    }

    @Test
    void sendsTheSecurityHeadersButNoPromiseOfHttps() throws Exception {
        HttpResponse<String> page = get("/");

        assertThat(page.headers().firstValue("content-security-policy")).hasValue("default-src 'self'");
        assertThat(page.headers().firstValue("x-content-type-options")).hasValue("nosniff");
        assertThat(page.headers().firstValue("referrer-policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("strict-transport-security")).isEmpty();
    }

    @Test
    void sendsNothingThatTheBrowserHas() throws Exception {
        String etag = get(SCRIPT).headers().firstValue("etag").orElseThrow();

        HttpResponse<String> again = get(SCRIPT, "If-None-Match", "\"other\", W/" + etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("etag")).hasValue(etag);
        assertThat(get(SCRIPT, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void compressesForThoseWhoAcceptIt() throws Exception {
        HttpResponse<byte[]> compressed = client.send(
                to(SCRIPT).header("Accept-Encoding", "br, gzip").build(), BodyHandlers.ofByteArray());

        assertThat(compressed.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(compressed.headers().firstValue("vary")).hasValue("accept-encoding");
        assertThat(compressed.headers().firstValue("etag").orElseThrow()).startsWith("W/\"");
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(get(SCRIPT).body());
        }
        assertThat(get(SCRIPT, "Accept-Encoding", "gzip;q=0").headers().firstValue("content-encoding")).isEmpty();
        assertThat(get("/", "Accept-Encoding", "gzip").headers().firstValue("content-encoding")).isEmpty();
    }

    @Test
    void whatTheOriginSaysThatItsAnswerVariesByIsKept() {
        Response answer = Response.of(200, "application/json", "{}").with("vary", "origin");

        assertThat(Compression.apply(MiniShop.request("GET", "/"), answer).header("vary"))
                .hasValue("origin, accept-encoding");
        assertThat(Compression.apply(MiniShop.request("GET", "/", "accept-encoding", "gzip"),
                answer.withBody(new byte[2_000])).headers())
                .containsEntry("vary", List.of("origin, accept-encoding"))
                .containsEntry("content-encoding", List.of("gzip"));
    }

    @Test
    void tellsTheSizeWithoutSendingTheFile() throws Exception {
        HttpResponse<String> head = send(to(SCRIPT).method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("content-length"))
                .hasValue(get(SCRIPT).body().getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "/../Mini.template.json", "/..%2fMini.template.json", "/%2e%2e/Mini.template.json",
        "/assets/../../Mini.template.json", "/assets/..%2f..%2fMini.template.json", "//etc/hosts.txt",
        "/%2fetc/hosts.txt", "/assets/%00.js", "/assets/..%5c..%5cMini.template.json"})
    void noPathLeavesTheBucket(String path) throws IOException {
        // Past HttpClient, which would straighten the path.
        assertThat(rawGet(path)).startsWith("HTTP/1.1 4").doesNotContain("Resources").doesNotContain("localhost");
    }

    @Test
    void theEdgeFunctionMayAnswerItself() throws Exception {
        HttpResponse<String> moved = get("/old");

        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("location")).hasValue("/new");
    }

    @Test
    void aBrokenEdgeFunctionIsNamed() throws Exception {
        HttpResponse<String> broken = get("/broken");

        assertThat(broken.statusCode()).isEqualTo(503);
        assertThat(broken.body()).contains("Fallback").contains("missing");
    }

    @Test
    void servesThePagesOfTheLaptopCloudWhereTheyAreMounted() throws Exception {
        site.mount("/_local/mail", exchange -> Exchanges.send(exchange,
                Response.of(200, "text/plain", exchange.getRequestURI().getPath())));

        assertThat(get("/_local/mail").body()).isEqualTo("/_local/mail");
        assertThat(get("/_local/mail/1").body()).isEqualTo("/_local/mail/1");
        assertThat(get("/_local/mailbox").statusCode()).isEqualTo(404);
        assertThat(get("/_local/").body()).contains("/_local/mail");
        assertThatThrownBy(() -> site.mount("/orders", _ -> {})).hasMessageContaining("/_local/");
    }

    @Test
    void saysWhichPortIsTaken() {
        int port = site.url().getPort();

        assertThatThrownBy(() -> Site.open(shop.template, port, List.of(shop.api), MiniShop::secret))
                .hasMessageStartingWith("Port " + port + " on 127.0.0.1 is already taken.");
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = to(path);
        return send(headers.length > 0 ? request.headers(headers) : request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(site.url() + path));
    }

    private String rawGet(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", site.url().getPort())) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
