package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

@EveryEngine
class SecretsManagerSigningKeyContractTest {

    private final Cloud cloud;

    SecretsManagerSigningKeyContractTest(Engine engine) {
        this.cloud = engine.cloud();
    }

    @Test
    void theKeyIsTheSecretAndStaysTheSame() {
        SigningKey key = new SecretsManagerSigningKey(cloud.secretsManager(), cloud.secretArn());

        assertThat(key.secret()).asString().isEqualTo("a secret of thirty-two characters");
        assertThat(key.secret()).isEqualTo(key.secret());
    }

    @Test
    void aSecretThatIsNotThereIsAFailureAndNoKey() {
        SigningKey key = new SecretsManagerSigningKey(cloud.secretsManager(), "no-such-secret");

        assertThatThrownBy(key::secret).isInstanceOf(SecretsManagerException.class);
    }
}
