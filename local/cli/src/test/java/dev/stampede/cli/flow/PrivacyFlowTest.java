package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.stampede.cli.flow.Shop.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the running laptop cloud tells of its customers, and to whom.
@WholeFlow
class PrivacyFlowTest {

    private final Shop shop;
    private final String name = "marker-" + UUID.randomUUID();
    private final String email = name + "@example.com";

    PrivacyFlowTest(Shop shop) {
        this.shop = shop;
    }

    @Test
    void noAddressIsInTheJournalTheLogsOrTheStatus() {
        String token = shop.signUp(email);
        Answer order = shop.order(shop.newProduct(5), 1, email, UUID.randomUUID().toString());
        shop.awaitStatus(order, "CONFIRMED");
        shop.post("/api/orders/" + Shop.orderId(order) + "/access-code", "{\"customerEmail\":\"" + email + "\"}");
        shop.get("/api/orders?customerEmail=" + email, "Authorization", "Bearer " + token);
        shop.get("/api/users/" + email, "Authorization", "Bearer " + token);
        await().atMost(Shop.PATIENCE).until(() -> shop.cloud().mailTo(email).size() >= 3);
        await().atMost(Shop.PATIENCE).until(() -> text("data/journal.jsonl").contains(Shop.orderId(order)));

        assertThat(shop.get("/_local/status").http().body()).contains("SendEmail").doesNotContain(name);
        assertThat(shop.get("/_local/faults").http().body()).doesNotContain(name);
        assertThat(text("data/journal.jsonl")).doesNotContain(name);
        assertThat(text("logs")).contains(Shop.orderId(order)).doesNotContain(name);
    }

    @Test
    void theStateIsItsOwnersOnly() throws IOException {
        assumeThat(FileSystems.getDefault().supportedFileAttributeViews()).contains("posix");
        Path state = shop.state();

        for (String part : List.of("data", "logs")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve(part))))
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve("data/local-token"))))
                .isEqualTo("rw-------");
        try (Stream<Path> beside = Files.list(state)) {
            assertThat(beside.map(file -> file.getFileName().toString())).isSubsetOf("data", "logs", "lock");
        }
    }

    @Test
    void aPageUnderAnotherNameOrOfAnotherSiteIsToldNothing() throws IOException {
        int site = shop.cloud().site().getPort();
        for (String call : List.of("GET /_local/mail", "GET /_local/status", "PUT /_local/faults",
                "POST /_local/cognito",
                "GET /api/docs", "GET /api/products", "POST /api/orders", "GET /sitemap.xml")) {
            assertThat(statusOf(site, call + " HTTP/1.1", "Host: evil.example:" + site)).as(call)
                    .isEqualTo(421);
            assertThat(
                    statusOf(site, call + " HTTP/1.1", "Host: localhost", "Origin: https://evil.example"))
                    .as(call).isEqualTo(403);
        }
        int aws = shop.cloud().awsEndpoint().getPort();
        assertThat(statusOf(aws, "POST / HTTP/1.1", "Host: evil.example:" + aws,
                "Authorization: AWS4-HMAC-SHA256 Credential=operator/20260101/us-east-1/dynamodb/aws4_request",
                "X-Amz-Target: secretsmanager.GetSecretValue", "Content-Length: 0")).isEqualTo(421);
        assertThat(shop.put("/_local/faults", "pause:OrdersQueue").status()).isEqualTo(403);
        assertThat(shop.cloud().faults().plan().rules()).isEmpty();
    }

    /// Of a request as its bytes, for the JDK's client lets nobody choose a `Host`.
    private static int statusOf(int port, String start, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            String lines = start + "\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    /// Of a file, or of all in a folder.
    private String text(String part) {
        try (Stream<Path> files = Files.walk(shop.state().resolve(part))) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
            return text.toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
