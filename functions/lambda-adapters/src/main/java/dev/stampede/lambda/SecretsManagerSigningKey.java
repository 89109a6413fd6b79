package dev.stampede.lambda;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/// The secret out of Secrets Manager, read at its first use and kept: at init it would be stored in the snapshot.
public final class SecretsManagerSigningKey implements SigningKey {

    private final SecretsManagerClient secretsManager;
    private final String secretArn;
    private volatile byte @Nullable [] secret;

    public SecretsManagerSigningKey(SecretsManagerClient secretsManager, String secretArn) {
        this.secretsManager = secretsManager;
        this.secretArn = Objects.requireNonNull(secretArn, "secretArn");
    }

    @Override
    public byte[] secret() {
        byte[] known = secret;
        return known != null ? known : read();
    }

    private synchronized byte[] read() {
        byte[] known = secret;
        if (known == null) {
            String text = secretsManager.getSecretValue(get -> get.secretId(secretArn)).secretString();
            known = text.getBytes(StandardCharsets.UTF_8);
            secret = known;
        }
        return known;
    }
}
