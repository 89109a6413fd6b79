package dev.stampede.guestaccess;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.model.AccessRequest;
import dev.stampede.model.wire.AccessRequestJson;
import dev.stampede.testing.Recorded;
import dev.stampede.testing.Requests;
import dev.stampede.testing.Requests.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class GuestRequestFuzzTest {

    @FuzzTest
    void aBodyAsksForOneCodeThatIsReadAsItWasSentOrForNothing(byte[] bytes) {
        List<AccessRequest> sent = new ArrayList<>();
        RequestAccess ask = new RequestAccess(
                (_, _, _) -> Optional.empty(), sent::add, Recorded::secret, new Random(1), () -> Recorded.NOON);

        Answer answer = Requests.post(
                new RequestAccessCodeHandler(ask), Recorded.ID, Map.of(), new String(bytes, UTF_8));

        if (answer.status() == 202) {
            assertThat(sent).singleElement().satisfies(
                    request -> assertThat(AccessRequestJson.read(AccessRequestJson.write(request))).isEqualTo(request));
        } else {
            assertThat(answer.status()).isIn(400, 413);
            assertThat(sent).isEmpty();
        }
    }
}
