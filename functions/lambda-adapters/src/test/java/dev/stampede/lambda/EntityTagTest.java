package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EntityTagTest {

    @Test
    void oneStateHasOneTagWheneverItIsAnswered() {
        HttpResponse then = new HttpResponse(200, Map.of(), Map.of("data", List.of("a"), "timestamp", "then"));
        HttpResponse now = new HttpResponse(200, Map.of(), Map.of("data", List.of("a"), "timestamp", "now"));

        assertThat(tag(then)).isEqualTo(tag(now)).matches("W/\"[0-9a-f]{16}\"");
    }

    @Test
    void anotherPageOrOtherDataIsAnotherState() {
        assertThat(List.of(
                tag(HttpResponse.page("m", List.of(1), null)),
                tag(HttpResponse.page("m", List.of(2), null)),
                tag(HttpResponse.page("m", List.of(1), "next")),
                tag(HttpResponse.ok("m", List.of(1, "next"))))).doesNotHaveDuplicates();
    }

    @Test
    void whoHasTheStateIsToldSoWithTheHeadersOfTheWholeAnswer() {
        HttpResponse whole = HttpResponse.ok("m", 1).withHeader("cache-control", "public");
        String tag = tag(whole);

        // An edge that compresses makes strong tags weak, and a client may send back what it was given as strong.
        for (String same : List.of(tag, tag.substring(2), "\"x\", " + tag, "*")) {
            HttpResponse answer = EntityTag.conditional(request(Map.of("if-none-match", same)), whole);
            assertThat(answer)
                    .isEqualTo(new HttpResponse(304, Map.of("cache-control", "public", "etag", tag), Map.of()));
        }
        assertThat(EntityTag.conditional(request(Map.of("if-none-match", "\"x\"")), whole).status()).isEqualTo(200);
    }

    @Test
    void aRefusalHasNoTag() {
        HttpResponse refusal = HttpResponse.problem(404, "NOT_FOUND", "no");

        assertThat(EntityTag.conditional(request(Map.of("if-none-match", "*")), refusal)).isEqualTo(refusal);
    }

    private static String tag(HttpResponse answer) {
        return EntityTag.conditional(request(Map.of()), answer).headers().get("etag");
    }

    private static HttpRequest request(Map<String, String> headers) {
        return new HttpRequest("GET", "/", Map.of(), Map.of(), headers, Map.of(), "", "");
    }
}
