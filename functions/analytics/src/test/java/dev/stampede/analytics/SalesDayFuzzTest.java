package dev.stampede.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.analytics.Requests.Answer;
import java.time.LocalDate;

class SalesDayFuzzTest {

    @FuzzTest
    void aDayIsReadAsItIsNamedOrRefusedByName(byte[] bytes) {
        String day = new String(bytes, UTF_8);
        var metrics = new InMemorySalesMetrics();

        Answer answer = Requests.get(new GetSalesHandler(metrics), day, Requests.ADMIN);

        if (answer.status() == 200) {
            assertThat(answer.data().string("day")).isEqualTo(day);
            assertThat(metrics.asked).containsExactly(LocalDate.parse(day));
        } else {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.faults()).containsExactly("day INVALID_VALUE");
            assertThat(metrics.asked).isEmpty();
        }
    }
}
