package dev.stampede.cloud.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.stampede.cloud.http.Exchanges;
import dev.stampede.cloud.http.Html;
import dev.stampede.cloud.http.Response;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The mailbox of this machine: every mail that the shop sent, newest first. A mail's HTML is shown in a sandbox.
public final class MailPages implements HttpHandler {

    /// @param html empty where a mail has none
    /// @param text empty where a mail has none
    public record Mail(String id, Instant at, String from, List<String> to, String subject, String html, String text) {}

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String OWN_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'";
    /// No script, no form, no access to this page; a link opens in a new tab.
    private static final String SANDBOX = "allow-popups allow-popups-to-escape-sandbox";
    private static final String MAIL_POLICY =
            "sandbox " + SANDBOX + "; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:";

    private final String prefix;
    private final Supplier<List<Mail>> mailbox;

    /// @param prefix where the pages are mounted
    public MailPages(String prefix, Supplier<List<Mail>> mailbox) {
        this.prefix = prefix;
        this.mailbox = mailbox;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Exchanges.send(exchange, page(exchange.getRequestURI().getPath().substring(prefix.length()))
                .with("x-content-type-options", "nosniff")
                .with("referrer-policy", "no-referrer")
                .with("cache-control", "no-store"));
    }

    private Response page(String path) {
        if (path.isEmpty() || path.equals("/")) {
            return html(200, "Mailbox", list());
        }
        boolean onlyHtml = path.endsWith("/html");
        String id = path.substring(1, path.length() - (onlyHtml ? "/html".length() : 0));
        Optional<Mail> mail = mailbox.get().stream().filter(each -> each.id().equals(id)).findFirst();
        if (mail.isEmpty()) {
            return html(404, "No such mail",
                    "<p>It may have gone with a reset. <a href=\"%s\">Mailbox</a></p>".formatted(prefix));
        }
        return onlyHtml
                ? Response.of(200, "text/html; charset=utf-8", "<base target=\"_blank\">" + mail.get().html())
                        .with("content-security-policy", MAIL_POLICY)
                : html(200, mail.get().subject(), one(mail.get()));
    }

    private String list() {
        List<Mail> mails = mailbox.get().stream().sorted(Comparator.comparing(Mail::at).reversed()).toList();
        if (mails.isEmpty()) {
            return "<p>No mail yet. Buy something: a confirmed order sends one.</p>";
        }
        return mails.stream().map(this::row).collect(Collectors.joining("\n", """
                <table><caption>%d mails, newest first</caption>
                <thead><tr><th scope="col">Sent</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
                <tbody>
                """.formatted(mails.size()), "</tbody></table>"));
    }

    private String row(Mail mail) {
        return "<tr><td>%s</td><td>%s</td><td><a href=\"%s/%s\">%s</a></td></tr>".formatted(
                time(mail), Html.escape(String.join(", ", mail.to())), prefix, Html.escape(mail.id()),
                Html.escape(mail.subject()));
    }

    private String one(Mail mail) {
        String frame = mail.html().isEmpty() ? "" : """
                <h2>HTML</h2><iframe title="The mail as HTML" sandbox="%s" src="%s/%s/html"></iframe>
                """.formatted(SANDBOX, prefix, Html.escape(mail.id()));
        String text = mail.text().isEmpty() ? "" : "<h2>Text</h2><pre>" + Html.escape(mail.text()) + "</pre>";
        return """
                <p><a href="%s">Mailbox</a></p>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Sent</dt><dd>%s</dd></dl>
                %s%s""".formatted(
                prefix, Html.escape(mail.from()), Html.escape(String.join(", ", mail.to())), time(mail), frame, text);
    }

    private static String time(Mail mail) {
        String here = TIME.format(mail.at().atZone(ZoneId.systemDefault()));
        return "<time datetime=\"%s\">%s</time>".formatted(mail.at(), here);
    }

    private static Response html(int status, String title, String content) {
        return Response.of(status, "text/html; charset=utf-8", """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s - Stampede, on this machine</title>
                <style>
                :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
                body { max-width: 64rem; margin: 2rem auto; padding: 0 1rem }
                table { width: 100%%; border-collapse: collapse } caption { text-align: left; padding: .5rem 0 }
                th, td { text-align: left; padding: .5rem; border-bottom: 1px solid; vertical-align: top }
                dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem } dd { margin: 0 }
                iframe { width: 100%%; height: 40rem; border: 1px solid; background: white }
                pre { white-space: pre-wrap; border: 1px solid; padding: 1rem }
                </style></head>
                <body><main><h1>%1$s</h1>
                %2$s
                </main></body></html>
                """.formatted(Html.escape(title), content)).with("content-security-policy", OWN_POLICY);
    }
}
