package dev.stampede.cloud.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerTest {

    private static final String HOST = "Host: localhost";

    private final List<URI> asked = new CopyOnWriteArrayList<>();
    private Listener listener;

    @BeforeEach
    void open() throws IOException {
        listener = Listener.bind(0, 50);
        listener.open("/", exchange -> {
            asked.add(exchange.getRequestURI());
            byte[] body = exchange.getRequestBody().readAllBytes();
            byte[] answer = ("heard " + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        });
        listener.open("/unread", exchange -> exchange.sendResponseHeaders(204, -1));
        listener.open("/broken", _ -> {
            throw new IllegalStateException("a secret");
        });
        listener.start();
    }

    @AfterEach
    void close() {
        listener.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "GET /%zz HTTP/1.1", "GET /api/products/100% HTTP/1.1", "GET /a%2 HTTP/1.1", "GET /?q=%G0 HTTP/1.1",
        "GET /a b HTTP/1.1", "GET  / HTTP/1.1", "GET * HTTP/1.1", "OPTIONS * HTTP/1.1", "GET a HTTP/1.1",
        "GET mailto:a HTTP/1.1", "GET http:// HTTP/1.1", "GET / HTTP/2.0", "GET / http/1.1", "GET /", "GET",
        "{} / HTTP/1.1",
        "GET /\u0001 HTTP/1.1", "\u0016\u0003\u0001 x y"})
    void whatIsNoRequestIsRefusedInTheApisShapeAndReachesNobody(String start) throws IOException {
        assertRefused(RawHttp.send(listener.port(), start, HOST), 400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "no colon | 400", ": no name | 400", "Name : v | 400", "A: b\\r\\n folded | 400", "A: a\\rb | 400",
        "Content-Length: -1 | 400", "Content-Length: 1, 1 | 400", "Content-Length: x | 400",
        "Content-Length: 1\\r\\nContent-Length: 2 | 400", "Content-Length: 99999999999999999999 | 400",
        "Transfer-Encoding: chunked\\r\\nContent-Length: 5 | 400", "Transfer-Encoding: gzip | 501"})
    void aHeadThatTwoCouldReadDifferentlyIsRefused(String headers, int status) throws IOException {
        assertRefused(RawHttp.send(
                listener.port(), "POST / HTTP/1.1", HOST, headers.replace("\\r", "\r").replace("\\n", "\n")), status);
    }

    @Test
    void aBodyInChunksThatAreNoneIsRefusedWhileItIsRead() throws IOException {
        assertThat(exchanged("POST / HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\nzz\n"))
                .startsWith("HTTP/1.1 400 ").endsWith("{\"message\":\"Bad Request\"}");
    }

    @Test
    void aHeadHasAnEnd() throws IOException {
        assertRefused(RawHttp.send(listener.port(), "GET / HTTP/1.1", HOST, "A: " + "a".repeat(500_000)), 431);
    }

    private void assertRefused(RawHttp answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.head()).contains("content-type: application/json", "x-content-type-options: nosniff");
        assertThat(answer.body()).matches("\\{\"message\":\"[A-Za-z ]+\"}");
        assertThat(asked).isEmpty();
    }

    /// Browsers send these as they are.
    @Test
    void whatABrowserSendsThoughNoUriHasItIsEscaped() throws IOException {
        assertThat(RawHttp.send(listener.port(), "GET /a|b?q={c}^[d]é HTTP/1.1", HOST).status()).isEqualTo(200);
        assertThat(asked).containsExactly(URI.create("/a%7Cb?q=%7Bc%7D%5E%5Bd%5D%C3%A9"));
    }

    @Test
    void whatFailsSaysNothingOfItself() throws IOException {
        RawHttp answer = RawHttp.send(listener.port(), "GET /broken HTTP/1.1", HOST);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
    }

    @Test
    void requestsOfOneConnectionAreAnsweredInTurnAndBodiesEndWhereTheySay() throws IOException {
        String answers = exchanged("""
                POST /one HTTP/1.1
                Host: localhost
                Content-Length: 3

                one\
                POST /two HTTP/1.1
                Host: localhost
                Transfer-Encoding: chunked

                2;name=value
                tw
                1
                o
                0
                Trailer: x

                POST /unread HTTP/1.1
                Host: localhost
                Content-Length: 5

                GET /\
                HEAD /head HTTP/1.1
                Host: localhost

                GET /last HTTP/1.0

                GET /never HTTP/1.1
                """);

        assertThat(Arrays.stream(answers.split("HTTP/1.1 ")).skip(1).map(
                answer -> answer.substring(0, 4) + answer.substring(answer.indexOf("\r\n\r\n") + 4)))
                .containsExactly("200 heard one", "200 heard two", "204 ", "200 ", "200 heard ");
        assertThat(asked).extracting(URI::getPath).containsExactly("/one", "/two", "/head", "/last");
    }

    @Test
    void whoWaitsToSendABodyIsToldTo() throws IOException {
        assertThat(exchanged("POST / HTTP/1.1\nHost: localhost\nExpect: 100-continue\nContent-Length: 2\n"
                + "Connection: close\n\nhi")).startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200")
                .endsWith("heard hi");
    }

    @Test
    void aBodyThatIsCutOffIsNoRequest() throws IOException {
        assertThat(exchanged("POST / HTTP/1.1\nHost: localhost\nContent-Length: 9\n\nhalf")).isEmpty();
    }

    private String exchanged(String lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), listener.port())) {
            socket.getOutputStream().write(lines.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
