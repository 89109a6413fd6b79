package dev.stampede.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import software.amazon.awscdk.Environment;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.route53.IPublicHostedZone;
import software.amazon.awscdk.services.route53.PublicHostedZone;
import software.amazon.awscdk.services.route53.PublicHostedZoneAttributes;
import software.constructs.Construct;

/// Everything in which one deployment differs from another, decided once.
///
/// @param stage       dev may be thrown away, prod keeps what it holds
/// @param domain      the shop's own domain; without one CloudFront's name serves
/// @param environment account and region, needed only to set up a domain's certificate
/// @param root        the project's folder, below which the built jars and the storefront lie
public record Deployment(Stage stage, Optional<Domain> domain, Optional<Environment> environment, Path root) {

    /// A domain and the Route 53 zone that answers for it.
    public record Domain(String name, String hostedZoneId) {
        public String url() {
            return "https://" + name;
        }

        /// The zone, with nothing looked up: every record below it is made by its full name.
        IPublicHostedZone zoneIn(Construct scope) {
            return PublicHostedZone.fromPublicHostedZoneAttributes(scope, "Zone", PublicHostedZoneAttributes.builder()
                    .hostedZoneId(hostedZoneId).zoneName(name).build());
        }
    }

    /// Requests a second, and how many may come at once. HTTP API answers 429 above it.
    public record Throttle(int rate, int burst) {}

    private static final String VITE_DEV_SERVER = "http://localhost:5173";
    private static final String DOMAIN_NOBODY_OWNS = "stampede.example";

    /// Orders, payments and users outlive a deleted stack only where they are real.
    public boolean keepsData() {
        return stage == Stage.PROD;
    }

    public RemovalPolicy removalPolicy() {
        return keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    }

    public RetentionDays logRetention() {
        return stage == Stage.PROD ? RetentionDays.THREE_MONTHS : RetentionDays.ONE_WEEK;
    }

    /// Other sites whose pages may call the API. The storefront itself is on the API's own domain and needs no entry.
    public List<String> corsOrigins() {
        Stream<String> developer = stage == Stage.DEV ? Stream.of(VITE_DEV_SERVER) : Stream.empty();
        return Stream.concat(developer, domain.map(Domain::url).stream()).toList();
    }

    public Throttle throttle() {
        return stage == Stage.PROD ? new Throttle(5000, 5000) : new Throttle(1000, 2000);
    }

    /// A sale is a burst of orders: it is let in whole and waits in the queue, but not without a bound.
    public Throttle orderThrottle() {
        return stage == Stage.PROD ? new Throttle(2000, 2000) : new Throttle(500, 1000);
    }

    /// Orders that are accepted in a quarter of an hour. One household orders a few times; behind one place there may
    /// be an office or a carrier's whole district, and outside of prod a load test.
    ///
    /// @param perMailbox however the address is written
    /// @param perPlace   from one IP address, or one IPv6 network
    public record OrderBounds(int perMailbox, int perPlace) {}

    public OrderBounds orderBounds() {
        return new OrderBounds(20, stage == Stage.PROD ? 600 : 100_000);
    }

    /// Mails about orders that one mailbox gets in a day. More than anybody needs, and a bound on what strangers can
    /// send.
    public int mailsPerMailbox() {
        return 100;
    }

    /// How long units are kept for an order that is not paid yet.
    public Duration reservationHold() {
        return Duration.ofMinutes(15);
    }

    /// How long units are kept for an order whose card was asked and gave no answer.
    public Duration unansweredHold() {
        return Duration.ofMinutes(2);
    }

    /// The domain mail is sent from. SES sends only for a verified domain, so without one no mail leaves AWS.
    public String mailDomain() {
        return domain.map(Domain::name).orElse(DOMAIN_NOBODY_OWNS);
    }

    public Path functionJar(String module) {
        return built(root.resolve("functions").resolve(module).resolve("target/function.jar"));
    }

    public Path storefront() {
        Path site = root.resolve("frontend/dist");
        built(site.resolve("index.html"));
        return site;
    }

    private Path built(Path artifact) {
        if (!Files.isRegularFile(artifact)) {
            throw new CannotSynthesize("%s has not been built yet: run ./stampede build, then try again."
                    .formatted(root.relativize(artifact)));
        }
        return artifact;
    }
}
