package dev.stampede.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.testing.Cloud;
import dev.stampede.testing.Engine;
import dev.stampede.testing.EveryEngine;
import dev.stampede.testing.Sample;
import java.util.List;
import org.junit.jupiter.api.Test;

@EveryEngine
class SesMailerContractTest {

    private final Cloud cloud;

    SesMailerContractTest(Engine engine) {
        this.cloud = engine.cloud();
    }

    @Test
    void aMailArrivesAsHtmlAndAsTextWithAllItsLetters() {
        String to = Sample.id() + "@example.com";

        new SesMailer(cloud.ses(), Cloud.SENDER)
                .send(new Mail(to, "Bestätigt: Größe 42 & mehr", "<p>Danke für alles</p>", "Danke für alles\n= 100 %"));

        assertThat(cloud.mails().get()).filteredOn(mail -> mail.to().contains(to))
                .containsExactly(new Cloud.SentMail(Cloud.SENDER, List.of(to), "Bestätigt: Größe 42 & mehr",
                        "<p>Danke für alles</p>", "Danke für alles\n= 100 %"));
    }
}
