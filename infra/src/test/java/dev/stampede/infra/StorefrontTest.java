package dev.stampede.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorefrontTest {
    private static final String CACHING_DISABLED = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    private final Templates dev = Templates.dev();
    private final Templates.Resource distribution = dev.only("AWS::CloudFront::Distribution");

    @Test
    void theBucketsAreClosedToTheWorld() {
        assertThat(dev.all("AWS::S3::Bucket")).allSatisfy(bucket -> assertThat(
                bucket.property("PublicAccessBlockConfiguration").properties().stream()
                        .map(it -> it.getValue().asBoolean()))
                .hasSize(4).containsOnly(true));
        assertThat(distribution.text("DistributionConfig/Origins/0/OriginAccessControlId"))
                .contains("OriginAccessControl");
    }

    @Test
    void theApiIsOnTheSameDomainAndItsErrorsStayItsOwn() {
        JsonNode config = distribution.property("DistributionConfig");

        assertThat(Templates.items(config.path("CacheBehaviors")).stream().map(it -> it.path("PathPattern").asText()))
                .containsExactly("/api/products/*/*", "/api/products*", "/api/sitemap.xml", "/api/*", "/sitemap.xml");
        assertThat(config.path("CustomErrorResponses").isMissingNode()).isTrue();
        assertThat(dev.resolve(distribution.stack(), config.at("/Origins/1/DomainName")))
                .isEqualTo("Shop.execute-api.AWS::Region.AWS::URLSuffix");
    }

    @Test
    void theApiHearsTheSecretOfTheEdgeAndTheBucketDoesNot() {
        List<String> secrets = Templates.items(distribution.property("DistributionConfig/Origins")).stream()
                .map(origin -> dev.resolve(distribution.stack(), origin.at("/OriginCustomHeaders/0/HeaderName")) + " "
                        + dev.resolve(distribution.stack(), origin.at("/OriginCustomHeaders/0/HeaderValue")))
                .toList();

        assertThat(secrets.getFirst()).isBlank();
        assertThat(secrets.subList(1, secrets.size())).hasSizeGreaterThanOrEqualTo(1).containsOnly(
                "X-Origin-Secret {{resolve:secretsmanager:OriginSecret:SecretString:::}}");
    }

    /// API Gateway answers each page that may read it with that page's name.
    @Test
    void whatIsKeptOfTheApiIsKeptForEachPageThatAsks() {
        JsonNode config = distribution.property("DistributionConfig");
        List<String> policies = Templates.items(config.path("CacheBehaviors")).stream()
                .map(behaviour -> dev.resolve(distribution.stack(), behaviour.path("CachePolicyId")))
                .filter(policy -> !policy.equals(CACHING_DISABLED))
                .distinct()
                .toList();

        assertThat(policies).hasSize(1);
        assertThat(policies.getFirst()).startsWith("Briefly");
        assertThat(dev.only("AWS::CloudFront::CachePolicy")
                .property("CachePolicyConfig/ParametersInCacheKeyAndForwardedToOrigin/HeadersConfig").toString())
                .isEqualTo("{\"HeaderBehavior\":\"whitelist\",\"Headers\":[\"Origin\"]}");
    }

    @Test
    void onlyTheSitesOwnPagesFallBackToTheIndex() {
        JsonNode config = distribution.property("DistributionConfig");

        assertThat(config.at("/DefaultCacheBehavior/FunctionAssociations")).hasSize(1);
        assertThat(dev.resolve(distribution.stack(),
                config.at("/DefaultCacheBehavior/FunctionAssociations/0/FunctionARN")))
                .startsWith("SinglePageFallback");
        assertThat(Templates.items(config.path("CacheBehaviors")))
                .filteredOn(behaviour -> !behaviour.path("PathPattern").asText().endsWith("/sitemap.xml"))
                .allMatch(behaviour -> behaviour.path("FunctionAssociations").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "/, /index.html",
        "/orders/3f2a, /index.html",
        "/products/rtx-4090/, /index.html",
        "/index.html, /index.html",
        "/config.json, /config.json",
        "/assets/index-abc.js, /assets/index-abc.js",
        "/v1.2/page, /index.html"})
    void aNavigationGetsTheIndexAndAFileGetsItself(String asked, String served)
            throws IOException, InterruptedException {
        assertThat(run("SinglePageFallback", "handler({request: {uri: process.argv[1]}}).uri", asked))
                .isEqualTo(served);
    }

    /// Whatever a viewer calls it: CloudFront says by its own name which distribution is asked.
    @ParameterizedTest
    @CsvSource({
        "dev, d111111abcdef8.cloudfront.net, https://d111111abcdef8.cloudfront.net",
        "dev, 127.0.0.1:8080, http://127.0.0.1:8080",
        "dev, 127.0.0.1.example.com, https://127.0.0.1.example.com",
        "prod, d111111abcdef8.cloudfront.net, https://shop.example.com"})
    void theSitemapIsAskedOfTheApiForTheShopsOwnAddressAndNoOther(String stage, String name, String site)
            throws IOException, InterruptedException {
        String event = "{context: {distributionDomainName: process.argv[1]}, request: {uri: '/sitemap.xml', headers: "
                + "{host: {value: 'evil.example:99999'}, 'shop-url': {value: 'https://evil.example'}}}}";

        assertThat(run(stage.equals("dev") ? dev : Templates.prod(), "AskForSitemap",
                "((it) => it.uri + ' ' + it.headers['shop-url'].value)(handler(" + event + "))", name))
                .isEqualTo("/api/sitemap.xml " + site);
    }

    @Test
    void noWayToTheSitemapTakesAViewersWord() {
        assertThat(Templates.items(distribution.property("DistributionConfig").path("CacheBehaviors")))
                .filteredOn(behaviour -> behaviour.path("PathPattern").asText().endsWith("/sitemap.xml"))
                .hasSize(2)
                .allSatisfy(behaviour -> assertThat(behaviour.at("/FunctionAssociations/0/EventType").asText())
                        .isEqualTo("viewer-request"));
    }

    @Test
    void robotsAreToldWhereTheSitemapIs() throws IOException {
        assertThat(robots(dev, "dev"))
                .matches("User-agent: \\*\nDisallow: /admin\nSitemap: https://<<marker[^>]*>>/sitemap.xml\n");
        assertThat(robots(Templates.prod(), "prod")).endsWith("\nSitemap: https://shop.example.com/sitemap.xml\n");
    }

    private static String robots(Templates stage, String folder) throws IOException {
        String key =
                stage.byName("Custom::CDKBucketDeployment").get("PagesCustomResource512MiB").text("SourceObjectKeys/2");
        return Files.readString(
                Synthesis.TARGET.resolve(folder + "/asset." + key.replace(".zip", "")).resolve("robots.txt"));
    }

    /// What a function of CloudFront makes of an argument, run by Node.
    private String run(String function, String expression, String argument) throws IOException, InterruptedException {
        return run(dev, function, expression, argument);
    }

    private static String run(Templates stage, String function, String expression, String argument)
            throws IOException, InterruptedException {
        String code = stage.byName("AWS::CloudFront::Function").get(function).property("FunctionCode").asText();
        Process node =
                new ProcessBuilder("node", "-e", code + "process.stdout.write(" + expression + ")", argument).start();
        String written = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).isZero();
        return written;
    }

    @Test
    void aPageRunsStylesAndFramesNothingThatTheShopDidNotServe() {
        Templates.Resource headers = dev.only("AWS::CloudFront::ResponseHeadersPolicy");
        String policy = headers
                .text("ResponseHeadersPolicyConfig/SecurityHeadersConfig/ContentSecurityPolicy/ContentSecurityPolicy");

        assertThat(policy.split("; ")).contains("default-src 'none'", "script-src 'self'", "style-src 'self'",
                "frame-ancestors 'none'", "base-uri 'none'");
        assertThat(policy).doesNotContain("unsafe", "*");
        assertThat(distribution.text("DistributionConfig/DefaultCacheBehavior/ResponseHeadersPolicyId"))
                .isEqualTo("SecurityHeaders");
    }

    @Test
    void hashedFilesAreKeptForAYearAndPagesAreAskedForEachTime() {
        List<String> uploads = dev.all("Custom::CDKBucketDeployment")
                .map(upload -> upload.text("DestinationBucketKeyPrefix") + ": "
                        + upload.text("SystemMetadata/cache-control"))
                .sorted().toList();

        assertThat(uploads).containsExactly(": no-cache", "assets: public, max-age=31536000, immutable",
                "images: public, max-age=86400");
        assertThat(dev.all("Custom::CDKBucketDeployment")).noneMatch(upload -> upload.property("Prune").asBoolean());
    }

    @Test
    void aPageLearnsWhereItRunsFromOneFile() throws IOException {
        Templates.Resource pages = dev.byName("Custom::CDKBucketDeployment").get("PagesCustomResource512MiB");
        String key = pages.text("SourceObjectKeys/1");
        Path file = Synthesis.TARGET.resolve("dev/asset." + key.replace(".zip", "")).resolve("config.json");
        JsonNode config =
                new ObjectMapper().readTree(Files.readString(file).replaceAll("<<marker[^>]*>>", "\"later\""));

        assertThat(config.properties().stream().map(Map.Entry::getKey))
                .containsExactly("apiBase", "region", "stage", "userPoolClientId", "userPoolEndpoint", "userPoolId");
        assertThat(config.path("apiBase").asText()).isEqualTo("/api");
        assertThat(pages.property("SourceMarkers").toString()).contains("https://cognito-idp.");
    }

    @Test
    void aDomainGetsACertificateFromTheOneRegionWhereCloudFrontLooks() {
        Templates prod = Templates.prod();
        Templates.Resource shop = prod.only("AWS::CloudFront::Distribution");

        assertThat(prod.texts("", shop.property("DistributionConfig/Aliases"))).containsExactly("shop.example.com");
        assertThat(shop.property("DistributionConfig/ViewerCertificate/MinimumProtocolVersion").asText())
                .isEqualTo("TLSv1.2_2021");
        assertThat(prod.only("AWS::CertificateManager::Certificate").stack()).isEqualTo("Stampede-prod-Certificate");
        assertThat(prod.functions().get("Email").text("Environment/Variables/SHOP_URL"))
                .isEqualTo("https://shop.example.com");
    }
}
