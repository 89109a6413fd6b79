package dev.stampede.testing;

import dev.stampede.cloud.AwsEndpoint;
import java.util.Optional;

/// The laptop cloud's AWS endpoint, in memory.
final class EmbeddedCloud {

    private EmbeddedCloud() {}

    static Cloud start() {
        AwsEndpoint endpoint = AwsEndpoint.start(
                new AwsEndpoint.Settings(0, Optional.empty()), Cloud.template(), AwsEndpoint.Hooks.NONE);
        return Cloud.at(endpoint.url(), () -> endpoint.mailbox().mails().stream()
                .map(mail -> new Cloud.SentMail(mail.from(), mail.to(), mail.subject(), mail.html(), mail.text()))
                .toList());
    }
}
