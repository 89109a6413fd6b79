package dev.stampede.dynamodb.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static HttpRequest.Builder request() {
        return HttpRequest.newBuilder(Endpoint.URI).header("Content-Type", "application/x-amz-json-1.0");
    }

    private static HttpResponse<String> post(HttpRequest.Builder request, String body) {
        return Endpoint.send(request.POST(BodyPublishers.ofString(body)).build());
    }

    @Test
    void saysThatItIsWell() {
        assertThat(Endpoint.send(HttpRequest.newBuilder(Endpoint.URI).build()).body())
                .startsWith("healthy: ")
                .endsWith(" ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS"})
    void knowsNoOtherMethods(String method) {
        HttpResponse<String> response = Endpoint.send(
                HttpRequest.newBuilder(Endpoint.URI).method(method, BodyPublishers.noBody()).build());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("<UnknownOperationException/>\n");
    }

    @Test
    void readsJsonAlone() {
        HttpResponse<String> response =
                post(HttpRequest.newBuilder(Endpoint.URI).header("Content-Type", "text/plain"), "{}");

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hi", "}{", "{\"a\":}", "{}{}", "7"})
    void whatIsNoJsonIsRefusedWithoutAWord(String body) {
        HttpResponse<String> response = Endpoint.send("ListTables", body, _ -> {});

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"__type\":\"com.amazon.coral.service#SerializationException\"}");
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String deep = "{\"a\":".repeat(200_000) + "{}" + "}".repeat(200_000);

        assertThat(Endpoint.send("PutItem", deep, _ -> {}).statusCode()).isEqualTo(400);
        assertThat(Endpoint.call("ListTables", "{}").has("TableNames")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListTable", "DynamoDB_20120810.ListTable", "DynamoDBStreams_20120810.ListTables"})
    void anUnknownTargetIsRefusedWithoutAWord(String target) {
        assertThat(post(request().header("X-Amz-Target", target), "{}").body())
                .isEqualTo("{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                                | MissingAuthenticationTokenException | Request is missing Authentication Token
            Basic abc                           | MissingAuthenticationTokenException | Request is missing Authentication Token
            AWS4-HMAC-SHA256 Credential=a       | IncompleteSignatureException        | Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter. Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=AWS4-HMAC-SHA256 Credential=a
            """)
    void aRequestHasToBeSigned(String authorization, String code, String message) {
        HttpRequest.Builder request = request().header("X-Amz-Target", "DynamoDB_20120810.ListTables");
        if (authorization != null) {
            request.header("Authorization", authorization);
        }

        JsonNode error = Json.json(post(request, "{}").body());

        assertThat(error.get("__type").asText()).isEqualTo("com.amazon.coral.service#" + code);
        assertThat(error.get("message").asText()).isEqualTo(message);
    }

    @Test
    void aSignatureIsInOnePlace() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Endpoint.URI + "/?X-Amz-Algorithm"))
                .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
                .header("Authorization", "AWS4-");

        assertThat(post(request, "").body()).contains("InvalidSignatureException", "Found both");
    }

    @Test
    void everyAnswerHasItsSumAndANumber() {
        for (String body : new String[]{"{}", "{\"Limit\":0}"}) {
            HttpResponse<String> response = Endpoint.send("ListTables", body, _ -> {});

            assertThat(response.headers().firstValue("x-amz-crc32")).hasValue(sum(response.body().getBytes(UTF_8)));
            assertThat(response.headers().firstValue("x-amzn-requestid").orElseThrow()).matches("[0-9A-Z]{52}");
            assertThat(response.headers().firstValue("content-type")).hasValue("application/x-amz-json-1.0");
            assertThat(response.headers().firstValue("date")).isPresent();
        }
    }

    private static String sum(byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        return Long.toString(sum.getValue());
    }

    @Test
    void theErrorSaysWhichPartOfTheServiceRefused() {
        assertThat(Endpoint.refused("ListTables", "{Limit: 0}").body().get("__type").asText())
                .isEqualTo("com.amazon.coral.validate#ValidationException");
        assertThat(Endpoint.refused("ListTables", "{Limit: 'a'}").body().fieldNames())
                .toIterable()
                .containsExactly("__type", "Message");
        assertThat(Endpoint.refused("DescribeTable", "{TableName: 'no-such-table'}").body().get("__type").asText())
                .isEqualTo("com.amazonaws.dynamodb.v20120810#ResourceNotFoundException");
    }

    @Test
    void readsPackedRequests() throws IOException {
        byte[] packed = gzip("{\"Limit\":0}");

        HttpResponse<String> response = Endpoint.send(packed("ListTables", packed, "gzip"));

        assertThat(response.body()).contains("'limit'");
    }

    @Test
    void aDamagedPackageIsAFault() throws IOException {
        byte[] packed = gzip("{}");
        packed[packed.length - 1]++;

        assertThat(Endpoint.send(packed("ListTables", packed, "gzip")).statusCode()).isEqualTo(500);
        assertThat(Endpoint.send(packed("ListTables", new byte[0], "deflate")).statusCode()).isEqualTo(500);
        assertThat(Endpoint.send(packed("ListTables", gzip("{}"), "unknown")).statusCode()).isEqualTo(500);
    }

    private static HttpRequest packed(String operation, byte[] body, String encoding) {
        String target = "DynamoDB_20120810." + operation;
        HttpRequest.Builder request = request()
                .POST(BodyPublishers.ofByteArray(body))
                .header("X-Amz-Target", target)
                .header("Content-Encoding", encoding);
        Signature.sign(request, Endpoint.URI, target, body);
        return request.build();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }

    @Test
    void packsALongAnswerForWhoeverAsks() throws IOException {
        TestTable table = TABLES.byHash();
        table.put("{p: {S: 'a'}, long: {S: '" + "x".repeat(5000) + "'}}");
        String target = "DynamoDB_20120810.GetItem";
        byte[] body = ("{\"TableName\":\"" + table.name() + "\",\"Key\":{\"p\":{\"S\":\"a\"}}}").getBytes(UTF_8);
        HttpRequest.Builder request = request()
                .POST(BodyPublishers.ofByteArray(body))
                .header("X-Amz-Target", target)
                .header("Accept-Encoding", "br, gzip;q=0.5");
        Signature.sign(request, Endpoint.URI, target, body);

        HttpResponse<byte[]> response = Endpoint.send(request.build(), BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("content-encoding")).hasValue("gzip");
        assertThat(response.headers().firstValue("x-amz-crc32")).hasValue(sum(response.body()));
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertThat(new String(in.readAllBytes(), UTF_8)).contains("x".repeat(5000));
        }
    }

    @Test
    void sixteenMebibytesAreTheMost() {
        String body = " ".repeat(16 * 1024 * 1024);

        assertThat(Endpoint.send("ListTables", body.substring(2) + "{}", _ -> {}).statusCode()).isEqualTo(200);
        assertThat(Endpoint.send("ListTables", body + "{}", _ -> {}).statusCode()).isEqualTo(413);
    }

    @Test
    void aClientFindsTheEndpointThatItAsked() {
        JsonNode endpoint = Endpoint.call("DescribeEndpoints", "{}").get("Endpoints").get(0);

        assertThat(endpoint.get("Address").asText()).isEqualTo(Endpoint.URI.getAuthority());
    }
}
