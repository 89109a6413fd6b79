package dev.stampede.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.contracts.Cloud;
import dev.stampede.contracts.Engine;
import dev.stampede.contracts.EveryEngine;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

@EveryEngine
class SecretsManagerReceiptKeyContractTest {

    private final Cloud cloud;

    SecretsManagerReceiptKeyContractTest(Engine engine) {
        this.cloud = engine.cloud();
    }

    @Test
    void theKeyIsTheSecretAndStaysTheSame() {
        ReceiptKey key = new SecretsManagerReceiptKey(cloud.secretsManager(), cloud.secretArn());

        assertThat(key.secret()).asString().isEqualTo("a secret of thirty-two characters");
        assertThat(key.secret()).isEqualTo(key.secret());
    }

    @Test
    void aSecretThatIsNotThereIsAFailureAndNoKey() {
        ReceiptKey key = new SecretsManagerReceiptKey(cloud.secretsManager(), "no-such-secret");

        assertThatThrownBy(key::secret).isInstanceOf(SecretsManagerException.class);
    }
}
