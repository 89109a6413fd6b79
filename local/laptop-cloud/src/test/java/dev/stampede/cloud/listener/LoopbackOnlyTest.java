package dev.stampede.cloud.listener;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a page of another site sends, under whatever name: it comes no further than here.
class LoopbackOnlyTest {

    private final List<String> letIn = new ArrayList<>();
    private Listener listener;

    @BeforeEach
    void open() throws IOException {
        listener = Listener.bind(0, 50);
        listener.open("/", exchange -> {
            letIn.add(exchange.getRequestMethod());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        listener.start();
    }

    @AfterEach
    void close() {
        listener.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "localhost", "LOCALHOST:8080", "[::1]:8080", "127.0.1.1"})
    void thisMachineIsAnsweredByItsNames(String host) throws IOException {
        RawHttp answer = send("GET", "Host: " + host);

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.head()).contains("x-content-type-options: nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "evil.example#127.0.0.1",
        "127.0.0.1@evil.example",
        "0.0.0.0:8080", "192.168.1.7", "shop.localhost", "[::ffff:192.168.1.7]", "localhost:8080:80", ""})
    void anotherNameIsAnsweredNothing(String host) throws IOException {
        RawHttp answer = send("GET", "Host: " + host);

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.head()).contains("x-content-type-options: nosniff").doesNotContain("access-control");
        assertThat(letIn).isEmpty();
    }

    @Test
    void ofTwoNamesNoneMayBeAnothers() throws IOException {
        assertThat(send("GET", "Host: localhost", "Host: evil.example").status()).isBetween(400, 421);
        assertThat(letIn).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://127.0.0.1:5173", "https://[::1]", "HTTP://LOCALHOST"})
    void pagesOfThisMachineMayAsk(String origin) throws IOException {
        assertThat(send("POST", "Host: localhost", "Origin: " + origin, "Content-Length: 0").status()).isEqualTo(204);
    }

    /// A form needs no permission, and a preflight asks for it.
    @ParameterizedTest
    @ValueSource(strings = {
        "https://evil.example", "null", "http://localhost.evil.example", "http://evil.example:8080", "file://localhost",
        "chrome-extension://localhost"})
    void pagesOfOtherSitesMayNot(String origin) throws IOException {
        for (String method : List.of("POST", "OPTIONS", "GET")) {
            assertThat(send(method, "Host: localhost", "Origin: " + origin, "Content-Length: 0").status())
                    .isEqualTo(403);
        }
        assertThat(letIn).isEmpty();
    }

    @Test
    void whoHasNoBrowserMaySayNothingOfEither() throws IOException {
        assertThat(RawHttp.send(listener.port(), "GET / HTTP/1.0").status()).isEqualTo(204);
    }

    @Test
    void noListenerOfTheLaptopCloudIsWithoutOne() {
        noClasses().that()
                .doNotHaveFullyQualifiedName(Listener.class.getName())
                .and()
                // It speaks to functions alone, each by a secret path.
                .doNotHaveSimpleName("RuntimeApi")
                .and()
                // It only looks whether a port is free.
                .doNotHaveSimpleName("Ports")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ServerSocket.class, ServerSocketChannel.class, HttpServer.class)
                .check(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPath(Path.of("target/classes")));
    }

    private RawHttp send(String method, String... headers) throws IOException {
        return RawHttp.send(listener.port(), method + " / HTTP/1.1", headers);
    }
}
