package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.model.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A function's secret is in the environment of its process, which no test of this process can change: so here is
/// another.
class OriginSecretTest {

    private static final String EVENT = """
            {"headers":{%s},"requestContext":{"http":{"method":"GET","path":"/"}}}""";

    /// What a function of the shop does with a request.
    static final class Function {

        private Function() {}

        public static void main(String[] arguments) {
            HttpEdge.serve(System.in, System.out, _ -> HttpResponse.ok("fine", null));
        }
    }

    @Test
    void aFunctionWithASecretAnswersWhoBringsItAndNobodyElse() throws Exception {
        assertThat(status("s3cret", "\"x-origin-secret\":\"s3cret\"")).isEqualTo(200);
        assertThat(status("s3cret", "\"x-origin-secret\":\"guess\"")).isEqualTo(403);
        assertThat(status("s3cret", "")).isEqualTo(403);
    }

    @Test
    void aFunctionWithoutOneAnswersEverybody() throws Exception {
        assertThat(status("", "")).isEqualTo(200);
    }

    private static long status(String secret, String headers) throws IOException, InterruptedException {
        ProcessBuilder function = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"),
                Function.class.getName()).redirectError(ProcessBuilder.Redirect.DISCARD);
        function.environment().put("ORIGIN_SECRET", secret);
        Process process = function.start();
        try (var event = process.getOutputStream()) {
            event.write(EVENT.formatted(headers).getBytes(StandardCharsets.UTF_8));
        }
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return Json.readObject(answer).integer("statusCode");
    }
}
