package dev.stampede.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/// LocalStack in a container of its own. An image that starts and then fails is a failure, not a reason to skip.
final class LocalStack {

    /// The last one that runs without an account.
    private static final DockerImageName IMAGE = DockerImageName.parse("localstack/localstack:4.14.0");

    private static final String SKIPPED = "LocalStack contract tests skipped: ";
    private static final ObjectMapper JSON = new ObjectMapper();

    sealed interface Start {
        record Running(Cloud cloud) implements Start {}

        record Skipped(String reason) implements Start {}
    }

    private LocalStack() {}

    static Start start() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return new Start.Skipped(SKIPPED + "no Docker engine answers. The embedded engines run the same tests.");
        }
        LocalStackContainer container = new LocalStackContainer(IMAGE);
        try {
            container.getDockerImageName();
        } catch (ContainerFetchException e) {
            return new Start.Skipped(SKIPPED + "Docker cannot fetch " + IMAGE + ": " + e.getMessage());
        }
        container.start();
        return new Start.Running(cloudAt(container.getEndpoint()));
    }

    static Cloud cloudAt(URI endpoint) {
        Cloud cloud = Cloud.at(endpoint, () -> mails(endpoint));
        new LocalStackSetup(cloud).create(Cloud.template());
        return cloud;
    }

    /// https://docs.localstack.cloud/aws/services/ses/
    private static List<Cloud.SentMail> mails(URI endpoint) {
        try (InputStream answer = endpoint.resolve("/_aws/ses").toURL().openStream()) {
            return StreamSupport.stream(JSON.readTree(answer).get("messages").spliterator(), false)
                    .map(LocalStack::mail)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cloud.SentMail mail(JsonNode mail) {
        return new Cloud.SentMail(
                mail.get("Source").asText(),
                StreamSupport.stream(mail.at("/Destination/ToAddresses").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                mail.get("Subject").asText(),
                mail.at("/Body/html_part").asText(),
                mail.at("/Body/text_part").asText());
    }
}
