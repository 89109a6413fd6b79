package dev.stampede.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest {

    @Test
    void aLineIsOneObjectWithTheFieldsGiven() {
        JsonObject line = lines(() -> Log.info("order recorded", "orderId", "o-1", "units", 3)).getFirst();

        assertThat(line.fields()).containsEntry("level", "INFO").containsEntry("message", "order recorded")
                .containsEntry("orderId", "o-1").containsEntry("units", 3L)
                .containsKeys("timestamp", "function").doesNotContainKeys("error", "cause", "at");
    }

    @Test
    void eachLevelIsNamed() {
        assertThat(lines(() -> {
            Log.info("a");
            Log.warn("b");
            Log.error("c", new IllegalStateException());
        })).extracting(line -> line.string("level")).containsExactly("INFO", "WARN", "ERROR");
    }

    @Test
    void aFailureIsNamedWithWhereItHappened() {
        Exception failure = new IllegalStateException("why");
        JsonObject line = lines(() -> Log.error("failed", failure, "orderId", "o-1")).getFirst();

        assertThat(line.fields()).containsEntry("error", "java.lang.IllegalStateException")
                .containsEntry("cause", "why").containsEntry("orderId", "o-1");
        assertThat(line.string("at")).contains("LogTest");
    }

    /// SES does so while it sends to verified addresses only.
    @Test
    void whomAFailureOfAwsNamesIsNotLogged() {
        Exception failure = new IllegalStateException(
                "The following identities failed the check in region US-EAST-1: ann+1@example.com, <bob@example.com>");

        assertThat(lines(() -> Log.error("failed", failure)).getFirst().string("cause"))
                .isEqualTo("The following identities failed the check in region US-EAST-1: ..., <...>");
    }

    @Test
    void aFailureWithoutAMessageOrAStackIsLoggedToo() {
        Exception bare = new IllegalStateException();
        bare.setStackTrace(new StackTraceElement[0]);

        assertThat(lines(() -> Log.error("failed", bare)).getFirst().fields())
                .containsEntry("cause", "null").containsEntry("at", "");
    }

    @Test
    void whatIsNotForTheCallerIsLogged() {
        List<JsonObject> lines = lines(() -> {
            HttpEdge.serve(new ByteArrayInputStream("{}".getBytes(UTF_8)), OutputStream.nullOutputStream(), _ -> null);
            SqsBatch.forEach(new ByteArrayInputStream(BatchTest.message("m1").getBytes(UTF_8)),
                    OutputStream.nullOutputStream(), _ -> {
                        throw new IllegalStateException("poison");
                    });
        });

        assertThat(lines).extracting(line -> line.string("message"))
                .containsExactly("request failed", "message failed");
        assertThat(lines.getLast().fields()).containsEntry("messageId", "m1").containsEntry("receiveCount", 3L);
    }

    private static List<JsonObject> lines(Runnable logging) {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, UTF_8));
        try {
            logging.run();
        } finally {
            System.setOut(before);
        }
        return out.toString(UTF_8).lines().map(Json::readObject).toList();
    }
}
