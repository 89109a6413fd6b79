package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cli.contract.ApiContract.Operation;
import dev.stampede.cli.flow.Examples.Example;
import dev.stampede.cli.flow.Shop.Answer;
import dev.stampede.cli.flow.Visitors.Things;
import dev.stampede.cli.flow.Visitors.Visitor;
import dev.stampede.cloud.cloudformation.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may do what, as `authorisation.txt` says, tried on the running shop with the contract's own examples.
@WholeFlow
class AuthorisationFlowTest {

    /// What an administrator, a customer or a guest might add to get more than is theirs.
    private static final Map<String, String> MORE = Map.of(
            "role", "\"admin\"", "status", "\"CONFIRMED\"", "price", "0.01", "stock", "1000000",
            "customerEmail", "\"somebody-else@example.com\"");

    private final Shop shop;

    AuthorisationFlowTest(Shop shop) {
        this.shop = shop;
    }

    @Test
    void theTableHasARowForEachRouteOfTheTemplateAndNoOther() {
        assertThat(table().keySet()).containsExactlyInAnyOrderElementsOf(routes());
    }

    @Test
    void theContractHasAnOperationForEachRouteOfTheTemplateAndNoOther() {
        assertThat(Examples.CONTRACT.operations().stream().map(Operation::key).distinct())
                .containsExactlyInAnyOrderElementsOf(routes());
    }

    @TestFactory
    Stream<DynamicTest> everybodyMayDoWhatTheTableSaysAndNoMore() {
        Visitors visitors = new Visitors(shop, routes());
        return table().entrySet().stream().map(row -> DynamicTest.dynamicTest(row.getKey(),
                () -> assertThat(answered(visitors, operation(row.getKey()), row.getValue()))
                        .isEqualTo(row.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleOfTheContractIsTaken() {
        Visitors visitors = new Visitors(shop, routes());
        return examples()
                .map(example -> DynamicTest.dynamicTest(example.operation().key() + " " + example.name(), () -> {
                    Answer answer =
                            asOneWhoMay(visitors, visitors.things(example.operation().key()), example, example.text());

                    assertThat(answer.status()).as(answer.http().body()).isIn(200, 201, 202, 204, 404, 409, 412);
                    // A code is guessed right once in a hundred million times.
                    assertThat(answer.errorCode()).isIn("", "CODE_NOT_VALID", "ORDER_STATE_CONFLICT", "STOCK_CHANGED",
                            "PRODUCT_EXISTS", "PRICE_CHANGED", "SOLD_OUT", "STALE_VERSION", "CART_EMPTY");
                }));
    }

    @TestFactory
    Stream<DynamicTest> aFieldThatDoesNotBelongIsRefusedByName() {
        Visitors visitors = new Visitors(shop, routes());
        // What is refused changes nothing: one thing does for all fields.
        Map<String, Things> things = new ConcurrentHashMap<>();
        return examples().filter(example -> example.body().isPresent()).flatMap(example -> new TreeSet<>(MORE.keySet())
                .stream()
                .filter(field -> !Examples.CONTRACT.fieldsOf(Examples.content(example.operation()).path("schema"))
                        .contains(field))
                .map(field -> DynamicTest.dynamicTest(example.operation().key() + " " + field, () -> {
                    String body = example.text().orElseThrow().replaceFirst(
                            "\\}$", ",\"" + field + "\":" + MORE.get(field) + "}").replace("{,", "{");

                    Answer answer = asOneWhoMay(visitors, things.computeIfAbsent(
                            example.operation().key(), visitors::things), example, Optional.of(body));

                    assertThat(answer.status()).as(answer.http().body()).isEqualTo(400);
                    assertThat(answer.body().at("/error/details").valueStream()
                            .map(detail -> detail.get("field").asText() + " " + detail.get("code").asText()))
                            .contains(field + " UNKNOWN_FIELD");
                })));
    }

    /// The statuses of a row; where the table leaves a choice, the table's own words if the answer is one of them.
    private List<String> answered(Visitors visitors, Operation operation, List<String> expected) {
        Things things = visitors.things(operation.key());
        List<String> statuses = new ArrayList<>();
        for (Visitor visitor : Visitor.values()) {
            Example example = Examples.of(operation).getFirst();
            String status = String.valueOf(
                    send(example, things, visitors.headers(visitor, things), example.text()).status());
            String wanted = expected.get(visitor.ordinal());
            statuses.add(List.of(wanted.split(",")).contains(status) ? wanted : status);
        }
        return statuses;
    }

    /// The tokens of the thing, and an administrator's where the route asks who signs in.
    private Answer asOneWhoMay(Visitors visitors, Things things, Example example, Optional<String> body) {
        List<String> headers = new ArrayList<>(things.own());
        headers.addAll(visitors.headers(Visitor.ADMIN, things));
        return send(example, things, headers, body);
    }

    private Answer send(Example example, Things things, List<String> tokens, Optional<String> body) {
        List<String> headers = new ArrayList<>(example.headers());
        headers.addAll(tokens);
        // A machine that is busy may take too long over a function's first start; that is no answer to who may do what.
        return shop.patiently(() -> shop.send(example.method(), example.path(things.variables()), body, headers));
    }

    private static Stream<Example> examples() {
        return Examples.CONTRACT.operations().stream().flatMap(operation -> Examples.of(operation).stream());
    }

    private static Operation operation(String key) {
        return Examples.CONTRACT.operations().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow();
    }

    private static Set<String> routes() {
        Template template = Template.read(RunningShop.root().resolve("cdk.out"), new Template.Addresses(
                URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8080")));
        return template.ofType("AWS::ApiGatewayV2::Route").stream()
                .map(route -> route.text("RouteKey").replace("HEAD ", "GET ")).collect(Collectors.toSet());
    }

    /// By route, the status for each visitor.
    private static Map<String, List<String>> table() {
        try {
            Path file = Path.of(AuthorisationFlowTest.class.getResource("authorisation.txt").toURI());
            Map<String, List<String>> rows = new LinkedHashMap<>();
            Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split("\\|");
                List<String> statuses = Arrays.asList(parts[1].strip().split("\\s+"));
                assertThat(statuses).as(line).hasSize(Visitor.values().length);
                rows.put(parts[0].strip().replaceAll("\\s+", " "), statuses);
            });
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
