package dev.stampede.cloud.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cloud.apigateway.MiniShop;
import dev.stampede.cloud.cloudfront.Site;
import dev.stampede.cloud.console.MailPages.Mail;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailPagesTest {

    private final List<Mail> mails = new CopyOnWriteArrayList<>();
    private final MiniShop shop = new MiniShop();
    private final Site site = Site.open(shop.template, 0, List.of(shop.api), MiniShop::secret);
    private final HttpClient client = HttpClient.newHttpClient();

    MailPagesTest() {
        site.mount("/_local/mail", new MailPages("/_local/mail", () -> mails));
        site.mount("/_local/status", new StatusPage(
                Map.of("workers", () -> Map.of("CreateOrder", 2), "meter", () -> List.of())));
    }

    @AfterEach
    void close() {
        site.close();
        client.close();
    }

    @Test
    void listsTheNewestFirst() throws Exception {
        mails.add(mail("1", "First", 0));
        mails.add(mail("2", "Second", 60));

        assertThat(get("/_local/mail").body())
                .containsSubsequence("/_local/mail/2", "Second", "/_local/mail/1", "First");
    }

    @Test
    void saysHowToGetAMailWhenThereIsNone() throws Exception {
        assertThat(get("/_local/mail").body()).contains("No mail yet");
    }

    @Test
    void escapesEverythingOfAMail() throws Exception {
        mails.add(mail("1", "<script>alert(1)</script>", 0));

        assertThat(get("/_local/mail").body()).doesNotContain("<script>").contains("&lt;script&gt;");
        assertThat(get("/_local/mail/1").body()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void showsTheHtmlInASandbox() throws Exception {
        mails.add(mail("1", "Yours", 0));

        assertThat(get("/_local/mail/1").body())
                .contains("<iframe title=\"The mail as HTML\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\"")
                .contains("src=\"/_local/mail/1/html\"")
                .contains("<pre>Thank you &amp; goodbye</pre>");
        HttpResponse<String> html = get("/_local/mail/1/html");
        assertThat(html.body()).contains("<p>Thank you</p>");
        assertThat(html.headers().firstValue("content-security-policy").orElseThrow())
                .startsWith("sandbox").contains("default-src 'none'").doesNotContain("allow-scripts");
    }

    @Test
    void knowsNoMailThatIsNotThere() throws Exception {
        assertThat(get("/_local/mail/9").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsTheStatusAsJson() throws Exception {
        HttpResponse<String> status = get("/_local/status");

        assertThat(status.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(status.body()).isEqualToIgnoringWhitespace("{\"meter\":[],\"workers\":{\"CreateOrder\":2}}");
    }

    private static Mail mail(String id, String subject, int seconds) {
        return new Mail(id, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(seconds), "shop@example.com",
                List.of("customer@example.com"), subject, "<p>Thank you</p>", "Thank you & goodbye");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(site.url() + path)).build(), BodyHandlers.ofString());
    }
}
