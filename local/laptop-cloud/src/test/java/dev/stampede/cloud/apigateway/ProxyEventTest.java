package dev.stampede.cloud.apigateway;

import static dev.stampede.cloud.apigateway.MiniShop.request;
import static dev.stampede.cloud.apigateway.MiniShop.withBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.http.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyEventTest {

    private final MiniShop shop = new MiniShop();

    /// AWS's documented example of payload format 2.0, with this API's names.
    @Test
    void isTheEventThatAwsDocuments() throws IOException {
        shop.api.answer(withBody(
                request("POST", "/api/anything?parameter1=value1&parameter1=value2&parameter2=value",
                        "cookie", "cookie1; cookie2", "header1", "value1", "header2", "value1,value2",
                        "content-type", "text/plain", "user-agent", "agent", "host", "127.0.0.1:8080",
                        "x-amzn-trace-id", "Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e"),
                "Hello from Lambda".getBytes(StandardCharsets.UTF_8)));

        String requestId = shop.event().at("/requestContext/requestId").asText();
        assertThat(requestId).hasSize(16).endsWith("=");
        assertThat(shop.event()).isEqualTo(new ObjectMapper().readTree("""
                {
                  "version": "2.0",
                  "routeKey": "ANY /anything",
                  "rawPath": "/api/anything",
                  "rawQueryString": "parameter1=value1&parameter1=value2&parameter2=value",
                  "cookies": ["cookie1", "cookie2"],
                  "headers": {
                    "header1": "value1",
                    "header2": "value1,value2",
                    "content-type": "text/plain",
                    "user-agent": "agent",
                    "host": "Shop.execute-api.us-east-1.amazonaws.com",
                    "x-amzn-trace-id": "Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e",
                    "x-forwarded-for": "192.0.2.1",
                    "x-forwarded-port": "443",
                    "x-forwarded-proto": "https"
                  },
                  "queryStringParameters": {"parameter1": "value1,value2", "parameter2": "value"},
                  "requestContext": {
                    "accountId": "000000000000",
                    "apiId": "Shop",
                    "domainName": "Shop.execute-api.us-east-1.amazonaws.com",
                    "domainPrefix": "Shop",
                    "http": {
                      "method": "POST",
                      "path": "/api/anything",
                      "protocol": "HTTP/1.1",
                      "sourceIp": "192.0.2.1",
                      "userAgent": "agent"
                    },
                    "requestId": "%s",
                    "routeKey": "ANY /anything",
                    "stage": "api",
                    "time": "12/Mar/2020:19:03:58 +0000",
                    "timeEpoch": 1584039838390
                  },
                  "body": "Hello from Lambda",
                  "isBase64Encoded": false,
                  "stageVariables": {"stageVariable1": "value1"}
                }""".formatted(requestId)));
    }

    @Test
    void leavesOutWhatIsNotThere() {
        shop.get("/api/products");

        assertThat(shop.event().properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrder(
                "version", "routeKey", "rawPath", "rawQueryString", "headers", "requestContext", "stageVariables",
                "isBase64Encoded");
        assertThat(shop.event().at("/requestContext/authorizer").isMissingNode()).isTrue();
        assertThat(shop.event().get("rawQueryString").asText()).isEmpty();
        assertThat(shop.event().at("/headers/x-amzn-trace-id").asText()).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}");
    }

    @Test
    void decodesThePathAndItsVariablesButNotTheRawQuery() {
        shop.get("/api/products/caf%C3%A9+%201?q=%C3%A9+b&flag&empty=");

        JsonNode event = shop.event();
        assertThat(event.get("rawPath").asText()).isEqualTo("/api/products/café+ 1");
        assertThat(event.at("/requestContext/http/path").asText()).isEqualTo("/api/products/café+ 1");
        assertThat(event.at("/pathParameters/id").asText()).isEqualTo("café+ 1");
        assertThat(event.get("rawQueryString").asText()).isEqualTo("q=%C3%A9+b&flag&empty=");
        ObjectNode parameters = new ObjectMapper().createObjectNode().put("q", "é b").put("flag", "").put("empty", "");
        assertThat(event.get("queryStringParameters")).isEqualTo(parameters);
    }

    @Test
    void anEncodedSlashSeparatesSegmentsAsItDoesInAws() {
        shop.get("/api/files/a%2Fb/c");

        assertThat(shop.event().at("/pathParameters/proxy").asText()).isEqualTo("a/b/c");
    }

    @Test
    void keepsTheAddressesThatAProxyNoted() {
        shop.get("/api/products", "x-forwarded-for", "203.0.113.9");

        assertThat(shop.event().at("/headers/x-forwarded-for").asText()).isEqualTo("203.0.113.9, 192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "TEXT/csv", "application/xml",
        "application/javascript"})
    void passesTextAsItIs(String type) {
        post(type, "{\"é\":1}".getBytes(StandardCharsets.UTF_8));

        assertThat(shop.event().get("body").asText()).isEqualTo("{\"é\":1}");
        assertThat(shop.event().get("isBase64Encoded").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "application/x-www-form-urlencoded", "image/png",
        "multipart/form-data; boundary=x", ""})
    void encodesEveryOtherType(String type) {
        post(type, "a=1".getBytes(StandardCharsets.UTF_8));

        assertThat(shop.event().get("body").asText()).isEqualTo("YT0x");
        assertThat(shop.event().get("isBase64Encoded").asBoolean()).isTrue();
    }

    @Test
    void encodesBytesThatOnlyClaimToBeText() throws IOException {
        post("application/json", new byte[]{(byte) 0xc3, 0x28});

        assertThat(shop.event().get("isBase64Encoded").asBoolean()).isTrue();
        assertThat(shop.event().get("body").binaryValue()).containsExactly(0xc3, 0x28);
    }

    private void post(String type, byte[] body) {
        Request request = type.isEmpty()
                ? request("POST", "/api/orders")
                : request("POST", "/api/orders", "content-type", type);
        assertThat(shop.api.answer(withBody(request, body)).status()).isEqualTo(200);
    }
}
