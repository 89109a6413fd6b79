package dev.stampede.cli.contract.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cli.contract.ApiContract;
import dev.stampede.cli.contract.ApiContract.Operation;
import dev.stampede.cloud.http.Response;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests that are drawn from the contract, against the shop's functions behind its API. What the contract allows is
/// taken, or refused for a reason that it names; what it forbids is refused.
///
/// `-Dcontract.seed` draws others than every build does, and `-Dcontract.draws` says how many.
class DrawnRequestsTest {

    private static final long SEED = Long.getLong("contract.seed", 20_261_201);
    private static final int DRAWS = Integer.getInteger("contract.draws", 1_000);
    private static final ApiContract CONTRACT = ApiContract.read();
    private static final Judge JUDGE = new Judge(CONTRACT);
    private static ShopInProcess shop;

    @BeforeAll
    static void open(@TempDir Path folder) {
        shop = ShopInProcess.open(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    static Stream<Arguments> operations() {
        return CONTRACT.operations().stream().map(operation -> Arguments.of(operation.key(), operation));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void whatTheContractAllowsIsTakenAndWhatItForbidsIsRefused(String key, Operation operation) {
        Given given = new Given(shop, operation);
        Draws draws = new Draws(CONTRACT, operation);
        // Drawing and judging is most of the work, and needs no order; the requests are made one after the other.
        List<Drawn> requests = IntStream.range(0, DRAWS).parallel()
                .mapToObj(i -> drawn(draws, given, i))
                .flatMap(Optional::stream)
                .toList();
        List<Response> answers = requests.stream().map(drawn -> answered(given, drawn)).toList();
        List<Optional<String>> complaints = IntStream.range(0, requests.size()).parallel()
                .mapToObj(i -> JUDGE.complaint(requests.get(i), answers.get(i)))
                .toList();
        Map<String, String> found = new TreeMap<>();
        for (int i = 0; i < requests.size(); i++) {
            Drawn drawn = requests.get(i);
            complaints.get(i).ifPresent(it -> found.computeIfAbsent(it, _ -> smallest(given, draws, drawn, it)));
        }
        given.tidy();
        assertThat(found.values())
                .as("%s\n\nwhat was found with the seed %d", String.join("\n\n", found.values()), SEED)
                .isEmpty();
        assertThat(answers).as("something was taken").anyMatch(answer -> answer.status() < 400);
    }

    private static Optional<Drawn> drawn(Draws draws, Given given, int number) {
        Random random = new Random(SEED * DRAWS + number);
        return number % 2 == 0
                ? Optional.of(draws.allowed(random, given.known()))
                : draws.forbidden(random, given.known());
    }

    private static Response answered(Given given, Drawn drawn) {
        given.prepare();
        Response answer = shop.ask(drawn.request(given.credentials(), shop.anotherPlace()));
        if (answer.status() < 400) {
            given.taken();
        }
        return answer;
    }

    /// Says how to see a fault again, with as little as there is to it.
    private static String smallest(Given given, Draws draws, Drawn drawn, String complaint) {
        Drawn smallest = Smallest.of(drawn, it -> draws.isAsDrawn(it)
                && JUDGE.complaint(it, answered(given, it)).equals(Optional.of(complaint)));
        Response answer = answered(given, smallest);
        return "%s: %s (%s)\n%s\nanswered %d %s".formatted(drawn.operation().key(), complaint, drawn.how(), smallest,
                answer.status(), new String(answer.body(), StandardCharsets.UTF_8));
    }
}
