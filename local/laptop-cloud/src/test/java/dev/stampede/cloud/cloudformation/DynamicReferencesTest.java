package dev.stampede.cloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicReferencesTest {

    private static final String ARN = "arn:aws:secretsmanager:us-east-1:000000000000:secret:OriginSecret";
    private static final String REFERENCE = "{{resolve:secretsmanager:" + ARN + ":SecretString:::}}";

    @Test
    void aReferenceBecomesTheSecretsValue() {
        assertThat(DynamicReferences.resolve(REFERENCE, arn -> arn.equals(ARN) ? "$1\\s3cret" : ""))
                .isEqualTo("$1\\s3cret");
        assertThat(DynamicReferences.resolve("a " + REFERENCE + " b " + REFERENCE, _ -> "x")).isEqualTo("a x b x");
    }

    @Test
    void anyOtherTextStaysAsItIs() {
        assertThat(DynamicReferences.resolve("PT15M {{x}}", _ -> "x")).isEqualTo("PT15M {{x}}");
        assertThat(DynamicReferences.areIn("PT15M")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{resolve:ssm:/a/b:1}}", "{{resolve:secretsmanager:arn:SecretString:password::}}"})
    void aReferenceThatNobodyResolvesIsNamed(String reference) {
        assertThatThrownBy(() -> DynamicReferences.resolve(reference, _ -> "x"))
                .isInstanceOf(UnsupportedTemplateException.class).hasMessageContaining(reference);
    }

    @Test
    void aTrainingKeepsNoSecret() {
        Map<String, String> variables = new HashMap<>(Map.of("A", "1", "ORIGIN_SECRET", REFERENCE));

        DynamicReferences.leaveOut(variables);

        assertThat(variables).containsExactly(Map.entry("A", "1"));
    }
}
