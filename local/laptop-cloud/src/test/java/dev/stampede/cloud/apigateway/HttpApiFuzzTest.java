package dev.stampede.cloud.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

class HttpApiFuzzTest {

    private static final MiniShop SHOP = new MiniShop();

    /// The input is a method, a path with its query, headers and, after a blank line, a body.
    @FuzzTest
    void anyRequestIsAnsweredAndHandedOnAsJson(byte[] bytes) {
        String[] parts = new String(bytes, UTF_8).split("\n\n", 2);
        String[] head = parts[0].split("\n", -1);
        String[] line = head[0].split(" ", 2);
        Map<String, String> headers = new HashMap<>();
        for (String header : Arrays.copyOfRange(head, 1, head.length)) {
            int colon = header.indexOf(':');
            String name = header.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
            headers.put(name, header.substring(colon + 1).strip());
        }
        String[] target = (line.length > 1 ? line[1] : "").split("\\?", 2);
        Request request = new Request(line[0], "/" + target[0], target.length > 1 ? target[1] : "", headers,
                parts.length > 1 ? parts[1].getBytes(UTF_8) : new byte[0], "192.0.2.1");

        // What is handed on is read as JSON by the shop; it is not kept.
        Response response = SHOP.api.answer(request);
        assertThat(response.status()).isBetween(200, 599).isNotEqualTo(500);
        SHOP.events.clear();
        SHOP.invoked.clear();
        SHOP.hops.clear();
        SHOP.log.clear();
        SHOP.pass(Duration.ofSeconds(1));
    }
}
