package dev.stampede.cloud.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteKeyTest {

    /// The routes of AWS's own example, and some that meet on one path.
    private static final List<RouteKey> ROUTES = List.of(
            "$default", "ANY /{proxy+}", "GET /pets/{proxy+}", "GET /pets/dog/{id}", "GET /pets/dog/1",
            "ANY /pets/dog/1", "POST /pets", "ANY /pets", "GET /{kind}/dog/2", "PUT /{kind}")
            .stream().map(RouteKey::parse).sorted(RouteKey.MOST_SPECIFIC_FIRST).toList();

    @ParameterizedTest
    @CsvSource({
        "GET,    /pets/dog/1,   GET /pets/dog/1",
        "DELETE, /pets/dog/1,   ANY /pets/dog/1",
        "GET,    /pets/dog/7,   GET /pets/dog/{id}",
        "GET,    /pets/dog/2,   GET /pets/dog/{id}",
        "GET,    /pets/cat/1,   GET /pets/{proxy+}",
        "GET,    /pets/dog,     GET /pets/{proxy+}",
        "GET,    /pets/dog/1/2, GET /pets/{proxy+}",
        "POST,   /pets,         POST /pets",
        "GET,    /pets,         ANY /pets",
        "PUT,    /birds,        PUT /{kind}",
        "GET,    /birds/dog/2,  GET /{kind}/dog/2",
        "POST,   /test/5,       ANY /{proxy+}",
        "GET,    /pets/,        ANY /{proxy+}",
        "GET,    /,             $default",
    })
    void theMostSpecificRouteWins(String method, String path, String expected) {
        assertThat(ROUTES.stream().filter(route -> match(route, method, path).isPresent()).findFirst())
                .map(RouteKey::text).hasValue(expected);
    }

    @Test
    void namesTheVariablesOfThePath() {
        assertThat(match(RouteKey.parse("GET /a/{one}/b/{rest+}"), "GET", "/a/1/b/2/3"))
                .hasValue(Map.of("one", "1", "rest", "2/3"));
    }

    @Test
    void noVariableIsEmpty() {
        assertThat(match(RouteKey.parse("GET /a/{one}"), "GET", "/a/")).isEmpty();
        assertThat(match(RouteKey.parse("GET /a/{rest+}"), "GET", "/a/")).isEmpty();
        assertThat(match(RouteKey.parse("GET /a/{rest+}"), "GET", "/a")).isEmpty();
    }

    private static Optional<Map<String, String>> match(RouteKey route, String method, String path) {
        return route.match(method, RouteKey.segments(path));
    }
}
