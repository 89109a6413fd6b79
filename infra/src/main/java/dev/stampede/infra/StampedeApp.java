package dev.stampede.infra;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.certificatemanager.ICertificate;

/// The only reader of the context: `-c stage=dev|staging|prod -c domainName= -c hostedZoneId=`.
public final class StampedeApp {

    private StampedeApp() {}

    static void main() {
        App app = new App();
        try {
            addStacks(app, deployment(app, operator(), Path.of("").toAbsolutePath()));
        } catch (CannotSynthesize refusal) {
            System.err.println(refusal.getMessage());
            System.exit(1);
        }
        app.synth();
    }

    /// The deployment that the app's context asks for, in the operator's account and region, if there are any.
    static Deployment deployment(App app, @Nullable Environment operator, Path root) {
        Stage stage = Stage.named(context(app, "stage").orElse("dev"));
        Optional<String> name = context(app, "domainName");
        Optional<String> zone = context(app, "hostedZoneId");
        if (name.isPresent() != zone.isPresent()) {
            throw new CannotSynthesize("A domain needs both -c domainName=shop.example.com and -c hostedZoneId=Z..., "
                    + "the Route 53 zone in which its records are made.");
        }
        Optional<Deployment.Domain> domain = name.map(it -> new Deployment.Domain(it, zone.orElseThrow()));
        if (domain.isPresent() && operator == null) {
            throw new CannotSynthesize("A domain needs an account and a region for its certificate: "
                    + "log in to AWS (aws sso login, AWS_PROFILE) and try again.");
        }
        // Without a domain the templates name no account and no region and can be deployed to any.
        return new Deployment(stage, domain, domain.map(_ -> operator), root);
    }

    /// One stack per lifecycle, each given what it needs from the earlier ones.
    static void addStacks(App app, Deployment deployment) {
        // Dashboards take tags only where CloudFormation is new enough, and linters do not know of it.
        TagProps taggable = TagProps.builder().excludeResourceTypes(List.of("AWS::CloudWatch::Dashboard")).build();
        Tags.of(app).add("service", "stampede", taggable);
        Tags.of(app).add("stage", deployment.stage().label(), taggable);

        StorageStack storage = new StorageStack(app, id(deployment, "Storage"), props(deployment), deployment);
        OrderingStack ordering = new OrderingStack(app, id(deployment, "Ordering"), props(deployment), deployment,
                storage.tables(), storage.identity(), storage.receiptSecret(), storage.originSecret(),
                storage.alerts());
        ApiStack api = new ApiStack(app, id(deployment, "Api"), props(deployment), deployment, ordering.http(),
                storage.identity());
        Optional<ICertificate> certificate = deployment.domain()
                .map(domain -> new CertificateStack(app, id(deployment, "Certificate"), inVirginia(deployment), domain)
                        .certificate());
        StorefrontStack storefront =
                new StorefrontStack(app, id(deployment, "Storefront"), props(deployment), deployment,
                        certificate, api.httpApi(), storage.originSecret(), storage.identity());
        MailStack mail = new MailStack(app, id(deployment, "Mail"), props(deployment), deployment,
                storefront.url(), ordering.events(), storage.tables(), storage.alerts());
        new MonitoringStack(app, id(deployment, "Monitoring"), props(deployment), api.httpApi(), storage.tables(),
                ordering.workload().and(mail.workload()), storage.alerts());
    }

    private static String id(Deployment deployment, String part) {
        return "Stampede-%s-%s".formatted(deployment.stage().label(), part);
    }

    private static StackProps props(Deployment deployment) {
        return props(deployment.environment());
    }

    /// CloudFront takes a certificate from us-east-1 only, whatever the shop's region is.
    private static StackProps inVirginia(Deployment deployment) {
        return props(deployment.environment()
                .map(shop -> Environment.builder().account(shop.getAccount()).region("us-east-1").build()));
    }

    private static StackProps props(Optional<Environment> environment) {
        return StackProps.builder()
                .env(environment.orElse(null))
                .crossRegionReferences(environment.isPresent())
                .build();
    }

    private static Optional<String> context(App app, String key) {
        return Optional.ofNullable(app.getNode().tryGetContext(key))
                .map(Object::toString)
                .filter(value -> !value.isBlank());
    }

    /// The CDK command line sets both variables from the operator's credentials; null where there are none.
    private static @Nullable Environment operator() {
        String account = System.getenv("CDK_DEFAULT_ACCOUNT");
        String region = System.getenv("CDK_DEFAULT_REGION");
        return account == null || region == null ? null : Environment.builder().account(account).region(region).build();
    }
}
