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

/// The one place that decides how deployments differ.
///
/// @param stage       dev is disposable, prod keeps its data
/// @param domain      the shop's own domain; without one CloudFront's name serves
/// @param environment account and region, needed only to set up a domain's certificate
/// @param root        the project's folder, which contains the built jars and the storefront
public record Deployment(Stage stage, Optional<Domain> domain, Optional<Environment> environment, Path root) {

    /// A domain and its Route 53 zone.
    public record Domain(String name, String hostedZoneId) {
        public String url() {
            return "https://" + name;
        }

        /// The zone, without a lookup: records in it are created by their full names.
        IPublicHostedZone zoneIn(Construct scope) {
            return PublicHostedZone.fromPublicHostedZoneAttributes(scope, "Zone", PublicHostedZoneAttributes.builder()
                    .hostedZoneId(hostedZoneId).zoneName(name).build());
        }
    }

    /// Requests a second, and the burst above it. The HTTP API answers 429 beyond that.
    public record Throttle(int rate, int burst) {}

    private static final String VITE_DEV_SERVER = "http://localhost:5173";
    private static final String DOMAIN_NOBODY_OWNS = "stampede.example";

    /// Only real orders, payments and users survive the deletion of a stack.
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

    /// A sale is a burst of orders: all of it is accepted into the queue, up to a bound.
    public Throttle orderThrottle() {
        return stage == Stage.PROD ? new Throttle(2000, 2000) : new Throttle(500, 1000);
    }

    /// Orders accepted in a quarter of an hour. A household orders a few times; behind one network there may be an
    /// office or a mobile carrier's whole district, and outside of prod a load test.
    ///
    /// @param perMailbox however the address is written
    /// @param perPlace   from one IP address, or one IPv6 network
    public record OrderBounds(int perMailbox, int perPlace) {}

    public OrderBounds orderBounds() {
        return new OrderBounds(20, stage == Stage.PROD ? 600 : 100_000);
    }

    /// Order mails that one mailbox gets in a day: more than anybody needs, and a bound on what strangers can cause.
    public int mailsPerMailbox() {
        return 100;
    }

    /// How long units are held for an unpaid order.
    public Duration reservationHold() {
        return Duration.ofMinutes(15);
    }

    /// How long units are held for an order whose card was asked but gave no answer.
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
