package dev.stampede.cli.flow;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stampede.cli.contract.ApiContract;
import dev.stampede.cloud.LaptopCloud;
import dev.stampede.model.Order;
import dev.stampede.model.Sale;
import dev.stampede.model.Stock;
import dev.stampede.model.table.OrdersTable;
import dev.stampede.model.table.StockTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A running shop as its shoppers and operators see it.
final class Shop {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final ApiContract CONTRACT = ApiContract.read();

    /// Generous: it bounds a hang, it does not measure.
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private final LaptopCloud cloud;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final DynamoDbClient operator;
    private final Path state;
    private String adminToken;

    /// @param state where the cloud keeps what it keeps
    Shop(LaptopCloud cloud, Path state) {
        this.cloud = cloud;
        this.state = state;
        this.operator = cloud.operator();
    }

    /// An answer of the API.
    record Answer(int status, JsonNode body, HttpResponse<String> http) {
        JsonNode data() {
            return body.path("data");
        }

        String errorCode() {
            return body.at("/error/code").asText();
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    LaptopCloud cloud() {
        return cloud;
    }

    Path state() {
        return state;
    }

    DynamoDbClient operator() {
        return operator;
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    Answer post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Answer put(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE().build());
    }

    /// The headers of an administrator, and some more.
    String[] asAdmin(String... more) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + admin()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    /// Any request; a body is JSON.
    ///
    /// @param headers names and values in turn
    Answer send(String method, String path, Optional<String> body, List<String> headers) {
        HttpRequest.Builder request = request(path, headers.toArray(String[]::new));
        body.ifPresent(_ -> request.header("Content-Type", "application/json"));
        return send(request.method(method, body.map(HttpRequest.BodyPublishers::ofString)
                .orElseGet(HttpRequest.BodyPublishers::noBody)).build());
    }

    /// Asks again while the answer is that the shop itself has failed, as its clients do.
    Answer patiently(Supplier<Answer> ask) {
        AtomicReference<Answer> answer = new AtomicReference<>();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
            answer.set(ask.get());
            return answer.get().status() < 500;
        });
        return answer.get();
    }

    /// A call of the user pool as a page makes it, at the address that `config.json` names.
    JsonNode cognito(String operation, Map<String, Object> parameters) {
        JsonNode config = get("/config.json").body();
        Map<String, Object> body = new HashMap<>(parameters);
        body.put("ClientId", config.get("userPoolClientId").asText());
        try {
            return send(request(config.get("userPoolEndpoint").asText())
                    .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                    .header("Content-Type", "application/x-amz-json-1.1")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Somebody who signed up with an address and confirmed it by the mailed code.
    ///
    /// @return an ID token
    String signUp(String email) {
        String password = "Stampede-test-1";
        cognito("SignUp", Map.of("Username", email, "Password", password));
        cognito("ConfirmSignUp", Map.of("Username", email, "ConfirmationCode", mailedCode(email, "\\b(\\d{6})\\b")));
        return cognito("InitiateAuth", Map.of("AuthFlow", "USER_PASSWORD_AUTH",
                "AuthParameters", Map.of("USERNAME", email, "PASSWORD", password)))
                .at("/AuthenticationResult/IdToken").asText();
    }

    /// What stands in the newest mail to an address, once there is one.
    String mailedCode(String email, String pattern) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> !cloud.mailTo(email).isEmpty());
        Matcher code = Pattern.compile(pattern).matcher(cloud.mailTo(email).getLast());
        if (!code.find()) {
            throw new AssertionError("no code in: " + cloud.mailTo(email).getLast());
        }
        return code.group(1);
    }

    /// Places an order under a fresh key and answers what the API said.
    Answer buy(String sku, int quantity) {
        return order(sku, quantity, "buyer-" + UUID.randomUUID() + "@example.com", UUID.randomUUID().toString());
    }

    Answer order(String sku, int quantity, String email, String key) {
        return post("/api/orders", """
                {"cart":[{"id":"%s","quantity":%d}],"customerEmail":"%s"}""".formatted(sku, quantity, email),
                "Idempotency-Key", key);
    }

    /// Asks for one unit, paid by a card that behaves as its token says.
    Answer pay(String sku, String token) {
        return post("/api/orders", """
                {"cart":[{"id":"%s","quantity":1}],"customerEmail":"buyer-%s@example.com","paymentToken":"%s"}"""
                .formatted(sku, UUID.randomUUID(), token));
    }

    /// What the shopper does with an order of theirs: `cancel` or `return`.
    Answer ask(Answer accepted, String operation) {
        return post("/api/orders/" + orderId(accepted) + "/" + operation, "{}",
                "X-Receipt-Token", accepted.data().get("receiptToken").asText());
    }

    /// What an administrator does with an order.
    Answer staff(Answer accepted, String operation, String body, String... headers) {
        return post("/api/orders/" + orderId(accepted) + "/" + operation, body, asAdmin(headers));
    }

    static String orderId(Answer accepted) {
        return accepted.data().get("orderId").asText();
    }

    String signIn(String email, String password) {
        String client = get("/config.json").body().get("userPoolClientId").asText();
        JsonNode answer = aws("AWSCognitoIdentityProviderService.InitiateAuth", Map.of(
                "AuthFlow", "USER_PASSWORD_AUTH",
                "ClientId", client,
                "AuthParameters", Map.of("USERNAME", email, "PASSWORD", password)));
        return answer.at("/AuthenticationResult/IdToken").asText();
    }

    private synchronized String admin() {
        if (adminToken == null) {
            adminToken = signIn("admin@example.com", "Stampede-admin-1");
        }
        return adminToken;
    }

    Answer order(Answer accepted) {
        return get("/api/orders/" + accepted.data().get("orderId").asText(),
                "X-Receipt-Token", accepted.data().get("receiptToken").asText());
    }

    /// Waits until the order stands where it should; what the functions were denied meanwhile is in the failure.
    JsonNode awaitStatus(Answer accepted, String status) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast(() -> {
                    if (!cloud.denials().isEmpty()) {
                        throw new AssertionError(String.join("\n", cloud.denials()));
                    }
                })
                .until(() -> order(accepted).data().path("status").asText().equals(status));
        return order(accepted).data();
    }

    Stock stock(String sku) {
        return StockTable.fromItem(operator
                .getItem(get -> get.tableName("Stock").key(StockTable.key(sku)).consistentRead(true))
                .item());
    }

    /// Every recorded order for a SKU.
    List<Order> ordersOf(String sku) {
        return operator.scanPaginator(scan -> scan.tableName("Orders").consistentRead(true)).items().stream()
                .filter(item -> item.containsKey("lines"))
                .map(OrdersTable::fromItem)
                .filter(order -> order.placed().lines().stream().anyMatch(line -> line.sku().equals(sku)))
                .toList();
    }

    /// How often the gateway took the money for an order.
    int captures(String orderId) {
        var payment = operator.getItem(get -> get.tableName("Payments").key(OrdersTable.key(orderId))).item();
        return payment.containsKey("captures") ? Integer.parseInt(payment.get("captures").n()) : 0;
    }

    /// A product of its own for one test, so that tests sharing the shop do not meet.
    String newProduct(int units) {
        return newProduct(units, Optional.empty(), Optional.empty());
    }

    String newProduct(int units, Optional<Integer> limitPerCustomer, Optional<Sale> sale) {
        String sku = "test-" + UUID.randomUUID();
        new Shelf(operator).put(sku, units, limitPerCustomer, sale);
        return sku;
    }

    /// How many messages a queue holds, visible or not.
    int depth(String queue) {
        JsonNode attributes = aws("AmazonSQS.GetQueueAttributes", Map.of(
                "QueueUrl", queueUrl(queue),
                "AttributeNames", List.of("All"))).path("Attributes");
        return attributes.path("ApproximateNumberOfMessages").asInt()
                + attributes.path("ApproximateNumberOfMessagesNotVisible").asInt();
    }

    /// The bodies in a dead-letter queue, all of them, which stay there.
    List<String> letters(String queue) {
        List<JsonNode> letters = new ArrayList<>();
        List<JsonNode> some;
        do {
            some = new ArrayList<>();
            aws("AmazonSQS.ReceiveMessage", Map.of(
                    "QueueUrl", queueUrl(queue), "MaxNumberOfMessages", 10, "VisibilityTimeout", 60))
                    .path("Messages").forEach(some::add);
            letters.addAll(some);
        } while (!some.isEmpty());
        letters.forEach(letter -> aws("AmazonSQS.ChangeMessageVisibility", Map.of(
                "QueueUrl", queueUrl(queue),
                "ReceiptHandle", letter.get("ReceiptHandle").asText(),
                "VisibilityTimeout", 0)));
        return letters.stream().map(letter -> letter.get("Body").asText()).toList();
    }

    void send(String queue, String body) {
        aws("AmazonSQS.SendMessage", Map.of("QueueUrl", queueUrl(queue), "MessageBody", body));
    }

    String queueUrl(String queue) {
        return cloud.awsEndpoint() + "/000000000000/" + queue;
    }

    /// One call of the AWS endpoint as the operator.
    JsonNode aws(String target, Map<String, Object> body) {
        return asOperator(target, HttpRequest.newBuilder(cloud.awsEndpoint())
                .header("X-Amz-Target", target)
                .header("Content-Type", "application/x-amz-json-1.0"), JSON.valueToTree(body).toString());
    }

    /// Has a function that the clock invokes run now, as `aws lambda invoke --invocation-type Event` does.
    void runNow(String function) {
        URI invocations = cloud.awsEndpoint().resolve("/2015-03-31/functions/" + function + "/invocations");
        asOperator(function, HttpRequest.newBuilder(invocations).header("X-Amz-Invocation-Type", "Event"), "{}");
    }

    private JsonNode asOperator(String what, HttpRequest.Builder request, String body) {
        try {
            HttpResponse<String> response = http.send(
                    request.header("Authorization", "AWS4-HMAC-SHA256 Credential=operator/20260101/us-east-1/sqs/"
                            + "aws4_request, SignedHeaders=host, Signature=0")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(what + ": " + response.body());
            }
            return response.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(cloud.site() + path)).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean json = response.headers().firstValue("content-type").orElse("").contains("json");
            Answer answer = new Answer(
                    response.statusCode(), json ? JSON.readTree(response.body()) : JSON.createObjectNode(), response);
            holdAgainstContract(request, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void holdAgainstContract(HttpRequest request, Answer answer) {
        String path = request.uri().getPath();
        // An answer to HEAD has no body that could be held against anything.
        if (path.startsWith("/api/") && !request.method().equals("HEAD")) {
            CONTRACT.complaint(request.method(), path.substring("/api".length()), answer.status(), answer.body())
                    .ifPresent(complaint -> {
                        throw new AssertionError(complaint);
                    });
        }
    }
}
