package dev.stampede.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.lambda.RequestBody.Result;
import dev.stampede.lambda.RequestBody.Result.Refused;
import dev.stampede.lambda.RequestBody.Result.Valid;
import dev.stampede.model.wire.Json;
import dev.stampede.model.wire.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {

    private static final int MAX_BYTES = 1024;

    @Test
    void readsTheFieldsItIsAskedFor() {
        assertThat(read("{\"size\":3,\"colour\":\"red\"}")).isEqualTo(new Valid<>("red 3"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{}|size|REQUIRED",
        "{\"size\":\"3\"}|size|WRONG_TYPE",
        "{\"size\":null}|size|WRONG_TYPE",
        "{\"size\":0}|size|INVALID_VALUE",
        "{\"size\":3,\"colour\":1}|colour|WRONG_TYPE",
        "{\"size\":3,\"sise\":3}|sise|UNKNOWN_FIELD",
        "[]||WRONG_TYPE",
        "\"size\"||WRONG_TYPE"})
    void refusesAFaultUnderTheNameOfItsField(String body, String field, String code) {
        JsonObject error = problem(body, 400);

        assertThat(error.string("code")).isEqualTo("VALIDATION_FAILED");
        assertThat(error.objects("details")).hasSize(1);
        assertThat(error.objects("details").getFirst().fields())
                .containsEntry("field", field == null ? "" : field)
                .containsEntry("code", code);
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThat(problem("{\"size\":0,\"colour\":1,\"x\":1}", 400).objects("details"))
                .extracting(detail -> detail.string("field")).containsExactlyInAnyOrder("size", "colour", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n"})
    void noBodyIsAnObjectWithoutFields(String body) {
        assertThat(RequestBody.read(body, MAX_BYTES, Set.of(), fields -> Optional.of(fields.has("size"))))
                .isEqualTo(new Valid<>(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"size\":3} x", "{\"size\":3,\"size\":4}", "nothing"})
    void whatIsNoJsonIsRefusedAsThat(String body) {
        assertThat(problem(body, 400).string("code")).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void theBoundIsInBytes() {
        String fits = "{\"size\":3,\"colour\":\"" + "ä".repeat((MAX_BYTES - 22) / 2) + "\"}";

        assertThat(fits.getBytes(UTF_8).length).isEqualTo(MAX_BYTES);
        assertThat(read(fits)).isInstanceOf(Valid.class);
        assertThat(problem(fits + " ", 413).string("code")).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    /// The answer has to be writable: a surrogate pair that is cut in two would end the invocation.
    @Test
    void aLongNameIsCutBetweenCharacters() {
        String body = "{\"size\":3,\"" + "x".repeat(63) + "\uD83D\uDE00 and more\":1}";

        assertThat(problem(body, 400).objects("details").getFirst().string("field"))
                .isEqualTo("x".repeat(63) + "\uD83D\uDE00");
    }

    private static Result<String> read(String body) {
        return RequestBody.read(body, MAX_BYTES, Set.of("size", "colour"), fields -> {
            Optional<String> colour = fields.optional("colour", String.class, "a colour", _ -> true);
            return fields.required("size", Long.class, "a size", size -> size > 0)
                    .map(size -> colour.orElse("no") + " " + size);
        });
    }

    /// The error as the client gets it.
    private static JsonObject problem(String body, int status) {
        if (!(read(body) instanceof Refused<String>(HttpResponse problem))) {
            throw new AssertionError("not refused: " + body);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] event = "{\"requestContext\":{\"http\":{\"method\":\"POST\",\"path\":\"/\"}}}".getBytes(UTF_8);
        HttpEdge.serve(new ByteArrayInputStream(event), out, _ -> problem);
        JsonObject response = Json.readObject(out.toString(UTF_8));
        assertThat(response.integer("statusCode")).isEqualTo(status);
        return Json.readObject(response.string("body")).object("error");
    }
}
