package dev.stampede.cli.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The local program as a process of its own, as a person at a terminal meets it.
@Tag("whole-flow")
class UpCommandTest {

    @TempDir
    private Path state;

    @Test
    void aTakenPortIsNamedWithTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            UpProcess up = UpProcess.start(state, taken.getLocalPort(), UpProcess.freePort());

            assertThat(up.process().waitFor(Shop.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(up.process().exitValue()).isEqualTo(1);
            assertThat(up.output()).contains(Integer.toString(taken.getLocalPort())).contains("--port")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void beingStoppedItLeavesNoProcess() throws Exception {
        UpProcess up = UpProcess.start(state).awaitOpen();
        fetch(up.site() + "/api/products");
        List<ProcessHandle> workers = up.process().descendants().toList();
        assertThat(workers).isNotEmpty();

        // SIGTERM goes the way of Ctrl-C; SIGINT itself is ignored in whatever was started in the background.
        up.process().destroy();

        assertThat(up.process().waitFor(Shop.PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(workers).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aKilledProgramLeavesNoFunctionBehind() throws Exception {
        UpProcess up = UpProcess.start(state).awaitOpen();
        fetch(up.site() + "/api/products");
        List<ProcessHandle> workers = up.process().descendants().toList();

        up.kill();

        await().atMost(Shop.PATIENCE).until(() -> workers.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static void fetch(String url) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding());
        }
    }
}
