package dev.stampede.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.cloudfront.AccessLevel;
import software.amazon.awscdk.services.cloudfront.AddBehaviorOptions;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CacheHeaderBehavior;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.CacheQueryStringBehavior;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.ICachePolicy;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOriginWithOACProps;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/// The shop's one domain: the site at `/` and the API at `/api/*`.
public final class StorefrontStack extends Stack {
    private final ISecret originSecret;
    private final ResponseHeadersPolicy securityHeaders;
    private final Distribution distribution;
    private final String url;

    public StorefrontStack(Construct scope, String id, StackProps props, Deployment deployment,
            Optional<ICertificate> certificate, IHttpApi api, ISecret originSecret, Identity identity) {
        super(scope, id, props);
        this.originSecret = originSecret;
        securityHeaders = SecurityHeaders.in(this);
        Site site = new Site(this, deployment);
        distribution = distribution(deployment, certificate, site);
        Annotations.of(distribution).acknowledgeWarning("@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk",
                "The default root object is set, and the fallback function asks for no folder.");
        // The first path that matches counts. No error of the API is ever answered with a page: there are no custom
        // error responses, which would hold for both origins.
        // Stock and description, kept nowhere: they are for the staff alone, and even a refusal of one viewer would be
        // answered to the next.
        forward("/api/products/*/*", api, CachePolicy.CACHING_DISABLED);
        forward("/api/products*", api, briefly());
        // A sitemap speaks only of what lies below its own address, so it is not under /api; who asks for it there all
        // the same is told of the same shop.
        FunctionAssociation askForSitemap = viewerRequest("AskForSitemap", Resource.text("ask-for-sitemap.js")
                .replace("{{own-address}}", deployment.domain().map(Deployment.Domain::url).orElse("")));
        forward("/api/sitemap.xml", api, CachePolicy.CACHING_DISABLED, askForSitemap);
        forward("/api/*", api, CachePolicy.CACHING_DISABLED);
        forward("/sitemap.xml", api, CachePolicy.CACHING_DISABLED, askForSitemap);
        deployment.domain().ifPresent(this::pointAtDistribution);
        url = deployment.domain().map(Deployment.Domain::url)
                .orElseGet(() -> "https://" + distribution.getDistributionDomainName());
        site.upload(deployment, identity, url);
        CfnOutput.Builder.create(this, "SiteUrl").value(url).build();
    }

    /// The address under which shoppers know the shop.
    public String url() {
        return url;
    }

    private Distribution distribution(Deployment deployment, Optional<ICertificate> certificate, Site site) {
        return Distribution.Builder.create(this, "Distribution")
                .defaultRootObject("index.html")
                .defaultBehavior(BehaviorOptions.builder()
                        // Without the right to list, S3 answers 403 where a file is missing.
                        .origin(S3BucketOrigin.withOriginAccessControl(site.files(),
                                S3BucketOriginWithOACProps.builder()
                                        .originAccessLevels(List.of(AccessLevel.READ, AccessLevel.LIST)).build()))
                        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
                        .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
                        .responseHeadersPolicy(securityHeaders)
                        .functionAssociations(
                                List.of(viewerRequest("SinglePageFallback", Resource.text("single-page-fallback.js"))))
                        .build())
                .enableLogging(true)
                .logBucket(site.logs())
                .logFilePrefix("distribution/")
                .httpVersion(HttpVersion.HTTP2_AND_3)
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                .domainNames(deployment.domain().map(domain -> List.of(domain.name())).orElse(null))
                .certificate(certificate.orElse(null))
                .build();
    }

    private void forward(String path, IHttpApi api, ICachePolicy cachePolicy, FunctionAssociation... before) {
        String host = "%s.execute-api.%s.%s".formatted(api.getApiId(), getRegion(), getUrlSuffix());
        HttpOrigin origin = HttpOrigin.Builder.create(host)
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                // A viewer who sends it too is overruled.
                .customHeaders(Map.of("X-Origin-Secret", originSecret.getSecretValue().unsafeUnwrap()))
                .build();
        distribution.addBehavior(path, origin, AddBehaviorOptions.builder()
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .cachePolicy(cachePolicy)
                // All but Host: API Gateway knows itself only by its own name.
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                .responseHeadersPolicy(securityHeaders)
                .functionAssociations(List.of(before))
                .build());
    }

    /// The catalogue may be seconds old, so that a sale's crowd reads it from the edge. An order is priced by
    /// what stood in the table a second ago at most.
    private CachePolicy briefly() {
        return CachePolicy.Builder.create(this, "Briefly")
                .minTtl(Duration.seconds(0))
                .defaultTtl(Duration.seconds(2))
                .maxTtl(Duration.seconds(10))
                .queryStringBehavior(CacheQueryStringBehavior.all())
                // Which page may read an answer is said in it. The storefront's own reads name none, and share one.
                .headerBehavior(CacheHeaderBehavior.allowList("Origin"))
                .enableAcceptEncodingGzip(true)
                .enableAcceptEncodingBrotli(true)
                .build();
    }

    private FunctionAssociation viewerRequest(String id, String code) {
        return FunctionAssociation.builder()
                .eventType(FunctionEventType.VIEWER_REQUEST)
                .function(Function.Builder.create(this, id)
                        .runtime(FunctionRuntime.JS_2_0)
                        .code(FunctionCode.fromInline(code))
                        .build())
                .build();
    }

    private void pointAtDistribution(Deployment.Domain domain) {
        IHostedZone zone = domain.zoneIn(this);
        RecordTarget target = RecordTarget.fromAlias(new CloudFrontTarget(distribution));
        ARecord.Builder.create(this, "Address").zone(zone).target(target).build();
        AaaaRecord.Builder.create(this, "AddressV6").zone(zone).target(target).build();
    }
}
