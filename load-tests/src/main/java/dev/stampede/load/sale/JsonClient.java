package dev.stampede.load.sale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks one question and reads the JSON of a 200. It follows no redirect and uses no proxy: the host that was allowed
/// is the host asked.
final class JsonClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    JsonNode send(HttpRequest.Builder request, URI where) {
        try {
            HttpRequest question = request.uri(where).timeout(Duration.ofSeconds(10)).build();
            HttpResponse<String> response = http.send(question, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new StockUnavailableException(where, "answer " + response.statusCode() + " " + response.body(),
                        null);
            }
            return JSON.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new StockUnavailableException(where, "no JSON", e);
        } catch (IOException e) {
            throw new StockUnavailableException(where, "no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StockUnavailableException(where, "interrupted while asking", e);
        }
    }

    static String text(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
