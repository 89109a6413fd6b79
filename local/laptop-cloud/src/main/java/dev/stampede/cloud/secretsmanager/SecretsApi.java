package dev.stampede.cloud.secretsmanager;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.gateway.Answer;
import dev.stampede.cloud.gateway.Api;
import dev.stampede.cloud.gateway.AwsRequest;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.iam.Access;
import dev.stampede.cloud.state.DiskWatch;
import dev.stampede.cloud.state.StateFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The read side of Secrets Manager. A value is made once, when the secret is first seen, and kept with the state.
public final class SecretsApi implements Api {

    private final List<Resource> secrets;
    private final ObjectNode values;

    /// @throws IllegalStateException when the values cannot be read, or not be kept
    public SecretsApi(Template template, Optional<Path> folder, DiskWatch disk) {
        this.secrets = template.ofType("AWS::SecretsManager::Secret");
        StateFile file = new StateFile(folder, "secrets.json",
                "receipts, cart tokens and codes given out before are no longer valid then", disk);
        this.values = file.readObject();
        boolean made = false;
        for (Resource secret : secrets) {
            if (!values.has(secret.name())) {
                values.putObject(secret.name())
                        .put("SecretString", SecretString.of(secret))
                        .put("VersionId", UUID.randomUUID().toString())
                        .put("CreatedDate", Instant.now().getEpochSecond());
                made = true;
            }
        }
        // A secret that is not kept would make every receipt worthless at the next start.
        if (made && !file.write(values)) {
            throw new IllegalStateException("The secrets cannot be kept in " + folder.orElseThrow()
                    + ". Make space there, or choose another folder with --state.");
        }
    }

    @Override
    public List<Access> accesses(AwsRequest request) {
        return List.of(new Access("secretsmanager:" + request.operation(),
                find(request).map(Resource::arn).orElse(request.text("SecretId"))));
    }

    @Override
    public Answer handle(AwsRequest request) {
        if (request.operation().equals("ListSecrets")) {
            ObjectNode list = Protocol.MAPPER.createObjectNode();
            secrets.forEach(secret -> list.withArray("SecretList").add(described(secret)));
            return Answer.json(list);
        }
        Optional<Resource> secret = find(request);
        if (secret.isEmpty()) {
            return request.refuse(400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
        }
        return switch (request.operation()) {
            case "GetSecretValue" -> {
                ObjectNode answer = described(secret.get());
                answer.setAll((ObjectNode) values.get(secret.get().name()));
                answer.putArray("VersionStages").add("AWSCURRENT");
                yield Answer.json(answer);
            }
            case "DescribeSecret" -> Answer.json(described(secret.get()));
            default -> request.refuse(400, "UnknownOperationException",
                    "The laptop cloud does not serve secretsmanager:" + request.operation());
        };
    }

    /// The value of a secret, by name or ARN.
    public String value(String id) {
        return secrets.stream()
                .filter(secret -> secret.name().equals(id) || secret.arn().equals(id))
                .map(secret -> values.path(secret.name()).path("SecretString").asText())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no secret " + id));
    }

    private static ObjectNode described(Resource secret) {
        return Protocol.MAPPER.createObjectNode().put("ARN", secret.arn()).put("Name", secret.name());
    }

    /// By name or ARN.
    private Optional<Resource> find(AwsRequest request) {
        String id = request.text("SecretId");
        return secrets.stream().filter(secret -> secret.name().equals(id) || secret.arn().equals(id)).findFirst();
    }
}
