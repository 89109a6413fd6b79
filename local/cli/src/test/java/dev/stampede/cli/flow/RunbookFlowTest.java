package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cli.flow.Shop.Answer;
import dev.stampede.cloud.fault.FaultPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The runbook's commands, run by a shell as an operator runs them: with the AWS CLI and jq. Only the names are filled in.
@WholeFlow
class RunbookFlowTest {

    private static final Pattern COMMAND = Pattern.compile("```\\n(.*?)```|`(aws [^`]*)`", Pattern.DOTALL);

    private final Shop shop;

    RunbookFlowTest(Shop shop) {
        this.shop = shop;
    }

    /// Outside of CI a machine may do without.
    @BeforeAll
    static void needsTheCommandsOfAnOperator() throws Exception {
        for (String command : List.of("bash", "jq", "aws")) {
            int found = new ProcessBuilder("sh", "-c", "command -v " + command).start().waitFor();
            assumeTrue(found == 0 || System.getenv("CI") != null, command + " is not installed");
        }
    }

    @AfterEach
    void calm() {
        shop.cloud().faults().calm();
    }

    @Test
    void theLettersOfASubscriptionAreSentOnToTheQueueTheyWereFor() throws Exception {
        String sku = shop.newProduct(3);
        shop.cloud().faults().pause("PaymentQueue");
        List<Answer> orders = List.of(shop.buy(sku, 1), shop.buy(sku, 1), shop.buy(sku, 1));
        orders.forEach(order -> shop.awaitStatus(order, "RESERVED"));
        await().atMost(Shop.PATIENCE).until(() -> shop.depth("PaymentQueue"), depth -> depth == 3);
        lettersOf("PaymentQueue").forEach(letter -> shop.send("PaymentSubscriptionDeadLetters", letter));
        // No consumer reads it; whoever sends letters on must not change a character.
        String strange = "{\"id\": \"a\\\"b\\\\c\\td é 😀 $(exit 1) `exit 1` %s\",\n \"poison\": true}  ";
        shop.send("PaymentSubscriptionDeadLetters", strange);

        run(command("receive-message --queue-url DLQ_URL"), Map.of(
                "DLQ_URL", shop.queueUrl("PaymentSubscriptionDeadLetters"), "QUEUE_URL",
                shop.queueUrl("PaymentQueue")));

        assertThat(shop.depth("PaymentSubscriptionDeadLetters")).isZero();
        assertThat(shop.letters("PaymentQueue")).contains(strange).hasSize(4);
        shop.cloud().faults().calm();
        orders.forEach(order -> shop.awaitStatus(order, "CONFIRMED"));
        await().atMost(Shop.PATIENCE).until(() -> shop.letters("PaymentDeadLetters"), List.of(strange)::equals);
        run("aws sqs purge-queue --queue-url DLQ_URL", Map.of("DLQ_URL", shop.queueUrl("PaymentDeadLetters")));
    }

    @Test
    void whatIsInADeadLetterQueueIsSeenAndRedriven() throws Exception {
        String poison = "{\"poison\": \"" + Instant.now();
        shop.send("FraudQueue", poison);
        await().atMost(Shop.PATIENCE).until(() -> shop.letters("FraudDeadLetters"),
                letters -> letters.contains(poison));
        Map<String, String> names = Map.of(
                "DLQ_ARN", "arn:aws:sqs:us-east-1:000000000000:FraudDeadLetters",
                "URL", shop.queueUrl("FraudDeadLetters"));

        assertThat(run(command("receive-message --queue-url URL"), names)).contains("poison");
        assertThat(run(command("start-message-move-task"), names)).contains("TaskHandle");

        // It is what it was: once more it has its five receives.
        await().atMost(Shop.PATIENCE).until(() -> shop.depth("FraudDeadLetters"), depth -> depth == 0);
        await().atMost(Shop.PATIENCE).until(() -> shop.letters("FraudDeadLetters"),
                letters -> letters.contains(poison));
        run("aws sqs purge-queue --queue-url URL", names);
    }

    @Test
    void anOrdersEventsAreSaidAgainAndALetterOfTheClockIsInvoked(@TempDir Path folder) throws Exception {
        Answer order = shop.buy(shop.newProduct(1), 1);
        shop.awaitStatus(order, "CONFIRMED");
        Map<String, String> names = Map.of("ORDERS", "Orders", "ID", Shop.orderId(order));
        // Nor by its own clock does it run before this has been looked at.
        shop.cloud().faults().start(FaultPlan.parse("throttle:SweepOrders", 1));

        run(command("dynamodb update-item"), names);
        String due = run(command("dynamodb query"), Map.of("ORDERS", "Orders", "2026-01-01T12:00:00.000Z", "9"));
        assertThat(Shop.JSON.readTree(due).path("Items").findValuesAsText("S")).contains(Shop.orderId(order));

        shop.cloud().faults().calm();
        Files.writeString(folder.resolve("BODY.json"), "{}");
        run(command("lambda invoke"), Map.of(
                "FUNCTION", "SweepOrders", "BODY.json", folder.resolve("BODY.json").toString()));
        await().atMost(Shop.PATIENCE).untilAsserted(() -> assertThat(Shop.JSON.readTree(run(command("dynamodb query"),
                Map.of("ORDERS", "Orders", "2026-01-01T12:00:00.000Z", "9"))).path("Items").findValuesAsText("S"))
                .doesNotContain(Shop.orderId(order)));
    }

    /// Takes all the messages off a queue whose consumer is paused.
    private List<String> lettersOf(String queue) {
        List<String> bodies = new ArrayList<>();
        JsonNode messages = shop.aws("AmazonSQS.ReceiveMessage", Map.of(
                "QueueUrl", shop.queueUrl(queue), "MaxNumberOfMessages", 10)).path("Messages");
        messages.forEach(message -> {
            bodies.add(message.get("Body").asText());
            shop.aws("AmazonSQS.DeleteMessage", Map.of("QueueUrl", shop.queueUrl(queue),
                    "ReceiptHandle", message.get("ReceiptHandle").asText()));
        });
        return bodies;
    }

    /// The runbook's command that has this in it.
    private static String command(String part) throws IOException {
        return COMMAND.matcher(Files.readString(RunningShop.root().resolve("docs/runbook.md"))).results()
                .map(RunbookFlowTest::text)
                .filter(text -> text.contains(part))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the runbook has no command with " + part));
    }

    private static String text(MatchResult command) {
        return command.group(1) == null ? command.group(2) : command.group(1);
    }

    private String run(String command, Map<String, String> names) throws Exception {
        String filled = command;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replaceAll("(?<![A-Z_])" + Pattern.quote(name.getKey()) + "(?![A-Z_])", name.getValue());
        }
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", """
                aws() { command aws --endpoint-url "$LAPTOP" "$@"; }
                """ + filled);
        bash.environment().putAll(Map.of(
                "LAPTOP", shop.cloud().awsEndpoint().toString(), "AWS_ACCESS_KEY_ID", "operator",
                "AWS_SECRET_ACCESS_KEY", "operator", "AWS_DEFAULT_REGION", "us-east-1", "AWS_PAGER", ""));
        Process process = bash.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s\n%s", filled, output).isZero();
        return output;
    }
}
