package dev.stampede.cloud.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.cloud.apigateway.Gate;
import dev.stampede.cloud.apigateway.HttpApi;
import dev.stampede.cloud.apigateway.MiniShop;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import dev.stampede.cloud.http.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The small assembly with one thing changed.
class OtherTemplatesTest {

    private final MiniShop shop = new MiniShop();

    @TempDir
    private Path assembly;

    @BeforeEach
    void copy() throws Exception {
        Path original = Path.of(MiniShop.class.getResource("/mini-shop").toURI());
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = assembly.resolve(original.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"DefaultRootObject\": | \"CustomErrorResponses\": [{}], \"DefaultRootObject\": | custom error",
        "b689b0a8-53d0-40ab-baf2-68738e2966ac | 216adef6-5c7f-47e4-b989-5492eafa07d3 | AllViewerExceptHostHeader",
        "viewer-request            | viewer-response                     | functions",
        ".execute-api.             | -other.execute-api.                 | Shop-other",
        "AWS_PROXY                 | HTTP_PROXY                          | GET /products",
        "\"AuthorizationType\": \"JWT\" | \"AuthorizationType\": \"AWS_IAM\" | AWS_IAM",
        "$request.header.Authorization | $request.querystring.token      | SignedIn",
        "\"SourceObjectKeys\":     | \"Exclude\": [\"*.map\"], \"SourceObjectKeys\": | Exclude"})
    void refusesWhatItCannotPlayAndNamesIt(String text, String other, String named) throws IOException {
        replace("Mini.template.json", text, other);

        assertThatThrownBy(this::open).isInstanceOf(UnsupportedTemplateException.class).hasMessageContaining(named);
    }

    @Test
    void readsADeploymentFromAnArchive() throws IOException {
        replace("Mini.assets.json", "asset.pages", "pages.zip");
        try (OutputStream file = Files.newOutputStream(assembly.resolve("pages.zip"));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("deep/page.txt"));
            zip.write("zipped".getBytes(StandardCharsets.UTF_8));
        }
        Template template = template();

        Response response = Bucket.of(template.find("AWS::S3::Bucket", "Pages").orElseThrow(), template)
                .answer(MiniShop.request("GET", "/deep/page.txt"));

        assertThat(MiniShop.text(response)).isEqualTo("zipped");
        assertThat(response.header("content-type")).hasValue("text/plain");
    }

    @Test
    void theDefaultStageTakesTheWholePathAndTheDefaultRouteEveryRequest() throws IOException {
        replace("Mini.template.json", "\"StageName\": \"api\"", "\"StageName\": \"$default\"");
        replace("Mini.template.json", "ANY /anything", "$default");

        assertThat(api().answer(MiniShop.request("PATCH", "/what/ever")).status()).isEqualTo(200);
        assertThat(shop.event().get("rawPath").asText()).isEqualTo("/what/ever");
        assertThat(shop.event().get("routeKey").asText()).isEqualTo("$default");
        assertThat(shop.event().at("/requestContext/stage").asText()).isEqualTo("$default");
        assertThat(shop.event().has("pathParameters")).isFalse();
    }

    private void open() {
        Site.open(template(), 0, List.of(api()), MiniShop::secret).close();
    }

    private HttpApi api() {
        return HttpApi.in(template(), new HttpApi.Backend(
                shop, _ -> {}, (_, _) -> Optional.empty(), Clock.systemUTC(), _ -> {}, Gate.OPEN)).getFirst();
    }

    private Template template() {
        return Template.read(assembly,
                new Template.Addresses(URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8080")));
    }

    private void replace(String file, String text, String other) throws IOException {
        Path path = assembly.resolve(file);
        String before = Files.readString(path);
        assertThat(before).contains(text);
        Files.writeString(path, before.replace(text, other));
    }
}
