package dev.stampede.cloud.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class FaultPlanFuzzTest {

    @FuzzTest
    void aPlanReadsAsItIsWrittenOrSaysWhatIsWrong(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        FaultPlan plan;
        try {
            plan = FaultPlan.parse(text, 1);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).startsWith("The fault rule '").endsWith(".");
            return;
        }
        assertThat(FaultPlan.parse(plan.toString(), 1)).isEqualTo(plan);
        for (FaultRule rule : plan.rules()) {
            assertThat(rule.share()).isGreaterThan(0).isLessThanOrEqualTo(1);
            rule.matches(0, text);
        }
    }
}
