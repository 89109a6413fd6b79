package dev.stampede.cloud.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cloud.apigateway.MiniShop;
import dev.stampede.cloud.cloudfront.Site;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiDocsTest {

    private static final Path CONTRACT = Path.of("../../docs/api/openapi.yaml");

    private final MiniShop shop = new MiniShop();
    private final Site site = Site.open(shop.template, 0, List.of(shop.api), MiniShop::secret);
    private final HttpClient client = HttpClient.newHttpClient();

    ApiDocsTest() {
        site.cover(ApiDocs.PATH, new ApiDocs(CONTRACT));
    }

    @AfterEach
    void close() {
        site.close();
        client.close();
    }

    @Test
    void everythingThatThePageLoadsIsOnThisSite() throws Exception {
        String page = get("/api/docs").body();

        List<String> loaded = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page).results()
                .map(link -> link.group(1)).toList();
        assertThat(loaded).hasSizeGreaterThan(3).allMatch(link -> link.startsWith("/api/docs/"));
        for (String link : loaded) {
            assertThat(get(link).statusCode()).as(link).isEqualTo(200);
        }
        assertThat(get("/api/docs/swagger-ui-bundle.js").body()).contains("SwaggerUIBundle");
        assertThat(get("/api/docs/start.js").body()).contains("/api/docs/openapi.yaml").contains("validatorUrl: null");
    }

    @Test
    void thePageIsTheContractAsItIsWritten() throws Exception {
        assertThat(get("/api/docs/openapi.yaml").body()).isEqualTo(Files.readString(CONTRACT));
    }

    @Test
    void nothingElseIsLoadedOrCalled() throws Exception {
        String policy = get("/api/docs").headers().firstValue("content-security-policy").orElseThrow();

        assertThat(policy.split("; ")).contains("default-src 'none'", "script-src 'self'", "connect-src 'self'",
                "frame-ancestors 'none'");
        assertThat(policy).doesNotContain("http").doesNotContain("*").doesNotContain("unsafe-eval");
    }

    @Test
    void noOtherFileIsServedAndTheApiKeepsItsOtherPaths() throws Exception {
        assertThat(get("/api/docs/../pom.xml").statusCode()).isNotEqualTo(200);
        assertThat(get("/api/docs/swagger-ui.css.map").statusCode()).isEqualTo(404);
        assertThat(get("/api/docstore").body()).isEqualTo("{\"message\":\"Not Found\"}");
        assertThat(get("/api/unknown").body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(site.url() + path)).build(), BodyHandlers.ofString());
    }
}
