package dev.stampede.dynamodb.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.dynamodb.DynamoDb;
import dev.stampede.dynamodb.DynamoDb.Settings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynamoDbServerTest {

    private final DynamoDb engine = DynamoDb.inMemory(Settings.DEFAULTS);

    @AfterEach
    void close() {
        engine.close();
    }

    /// @param pages whether pages may call
    /// @param host  the name under which the server is asked
    private String answer(boolean pages, String host, String more) throws IOException {
        return send(pages, "GET / HTTP/1.1\r\nHost: " + host + "\r\n" + more + "Connection: close\r\n\r\n");
    }

    private String send(boolean pages, String request) throws IOException {
        try (DynamoDbServer server = DynamoDbServer.start(engine, 0, pages);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8000", "127.0.0.1:1", "[::1]:8000", "db.localhost", "LOCALHOST",
        "localhost.:80"})
    void answersUnderTheNamesOfThisMachine(String host) throws IOException {
        assertThat(answer(false, host, "")).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "127.0.0.1.example.com", "localhost.example.com:80", "10.0.0.1",
        "evillocalhost", "localhost:x"})
    void aNameThatSomebodyPointedHereIsRefused(String host) throws IOException {
        assertThat(answer(true, host, "")).startsWith("HTTP/1.1 403");
    }

    @Test
    void aPageIsRefusedUnlessTheOwnerAllowedIt() throws IOException {
        String origin = "Origin: http://example.com\r\n";

        assertThat(answer(false, "localhost", origin)).startsWith("HTTP/1.1 403").doesNotContain("allow-origin");
        assertThat(answer(true, "localhost", origin)).startsWith("HTTP/1.1 200").contains("allow-origin: *");
    }

    @Test
    void aRequestWithoutANameIsRefused() throws IOException {
        assertThat(send(true, "GET / HTTP/1.0\r\n\r\n")).contains(" 403 ");
    }

    @Test
    void aPageThatAsksBeforeItCallsIsToldWhatItMay() throws IOException {
        String answer = send(true, "OPTIONS / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://example.com\r\n"
                + "Access-Control-Request-Headers: x-amz-target\r\nAccess-Control-Request-Method: POST\r\n"
                + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains(
                "access-control-allow-headers: x-amz-target", "access-control-allow-methods: post",
                "access-control-max-age: 172800", "access-control-expose-headers: x-amzn-requestid,");
    }

    @Test
    void whoeverIsNoPageIsToldNothingOfPages() throws IOException {
        assertThat(answer(true, "localhost", "").toLowerCase(Locale.ROOT)).doesNotContain("access-control");
    }

    @Test
    void whoeverClosesIsToldThatItsConnectionIs() throws IOException {
        assertThat(answer(false, "localhost", "")).containsIgnoringCase("\r\nConnection: close\r\n");
    }

    @Test
    void longHeadersAreRefused() throws IOException {
        assertThat(answer(false, "localhost", "X: " + "x".repeat(17_000) + "\r\n")).startsWith("HTTP/1.1 400");
    }

    @Test
    void aPortIsTakenOnce() throws IOException {
        try (DynamoDbServer server = DynamoDbServer.start(engine, 0, false)) {
            assertThatThrownBy(() -> DynamoDbServer.start(engine, server.port(), false))
                    .isInstanceOf(BindException.class);
        }
    }
}
