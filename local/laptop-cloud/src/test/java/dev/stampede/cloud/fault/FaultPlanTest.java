package dev.stampede.cloud.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultPlanTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "latency:CreateOrder:100-4000ms",
        "latency:Create*:200ms:50%",
        "latency:*:dynamodb:5-50ms",
        "throttle:CreateOrder:5%",
        "throttle:*:dynamodb:UpdateItem:Stock:5%",
        "error:Payment:sns",
        "error-after-commit:*:*:0.5%",
        "lost-request:operator:sqs:SendMessage:OrdersQueue:1%",
        "lost-reply:CreateOrder:sqs:2%",
        "conflict:ProcessOrder:Stock:10%",
        "kill:ProcessOrder:2%",
        "kill:ProcessOrder:0-20ms:2%",
        "duplicate:PaymentQueue:20%",
        "duplicate:OrderEvents:Analytics:0-500ms:20%",
        "reorder:Orders:StreamProcessor:12.5%",
        "pause:InventoryQueue",
    })
    void aRuleReadsAsItIsWritten(String rule) {
        assertThat(FaultPlan.parse(rule, 1)).hasToString(rule);
    }

    @Test
    void rulesStandBetweenCommasOrLineEndsAndTheSameOneCountsOnce() {
        assertThat(FaultPlan.parse(" kill:A:2% ,\n\npause:Q\nkill:A:2%,", 7))
                .isEqualTo(FaultPlan.parse("kill:A:2%,pause:Q", 7));
        assertThat(FaultPlan.parse("", 7).rules()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "latncy:CreateOrder:5ms          | has an unknown kind; the kinds are latency, throttle, error, kill,",
        "throttle                        | its names are not those of the form; it is written throttle:FUNCTION",
        "throttle:                       | its names are not those of the form; it is written throttle:FUNCTION",
        "lost-reply:Payment:5%           | it is written lost-reply:FUNCTION:SERVICE[:ACTION[:RESOURCE]][:SHARE%].",
        "throttle:Payment:UpdateItem:5%  | its service must be one of *, dynamodb, lambda, secretsmanager, ses, sns, sqs, sts",
        "throttle:Payment:5ms            | it takes no time; it is written throttle:",
        "latency:Payment:40-5ms          | not a span of up to 15 minutes: 40-5ms; it is written latency:",
        "kill:Payment:0%                 | its share must be above 0% and at most 100%; it is written kill:",
        "kill:Payment:101%               | its share must be above 0% and at most 100%",
        "kill:Payment:5                  | its names are not those of the form; it is written kill:FUNCTION[:MS][:SHARE%].",
        "pause:InventoryQueue:5%         | it takes no share; it is written pause:SOURCE[:CONSUMER].",
    })
    void aWrongRuleIsNamedInOneSentenceWithWhatIsAllowed(String rule, String sentence) {
        assertThatThrownBy(() -> FaultPlan.parse("pause:Q," + rule, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The fault rule '" + rule + "' ")
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(".")
                .message().doesNotContain("\n");
    }
}
