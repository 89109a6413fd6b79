package dev.stampede.cloud.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.apigateway.HttpApi;
import dev.stampede.cloud.cloudformation.DynamicReferences;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import dev.stampede.cloud.http.Origin;
import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import dev.stampede.cloud.pattern.Glob;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The CloudFront distribution in front of the site and its API, without a cache.
final class Distribution {

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
    private static final int MAX_HEAD_BYTES = 32_768;
    private static final int MAX_URL_BYTES = 8_192;
    /// AWS's own policies have fixed ids: everything but the host goes to the origin; cached with compression.
    private static final String ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
    private static final String CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";

    private final Resource resource;
    private final Template template;
    private final List<HttpApi> apis;
    private final UnaryOperator<String> secrets;
    private final Map<String, Bucket> buckets = new HashMap<>();
    /// In the order in which they are tried; the default one is last.
    private final List<Behavior> behaviors = new ArrayList<>();

    /// @param secrets the value of a secret by its ARN
    Distribution(Resource resource, Template template, List<HttpApi> apis, UnaryOperator<String> secrets) {
        this.resource = resource;
        this.template = template;
        this.apis = apis;
        this.secrets = secrets;
        if (!resource.list("DistributionConfig/CustomErrorResponses").isEmpty()) {
            throw unsupported("custom error responses: they would replace the API's errors too");
        }
        resource.list("DistributionConfig/CacheBehaviors").forEach(each -> behaviors.add(behavior(each)));
        behaviors.add(behavior(resource.at("DistributionConfig/DefaultCacheBehavior")));
    }

    Response answer(Request request) {
        if (request.path().length() + request.query().length() > MAX_URL_BYTES) {
            return EdgeError.response(414, "The URL is longer than " + MAX_URL_BYTES + " bytes.");
        }
        if (request.headSize() > MAX_HEAD_BYTES) {
            return EdgeError.response(494, "The request's headers are larger than " + MAX_HEAD_BYTES + " bytes.");
        }
        String path = MatchedPath.of(request.path());
        return behaviors.stream()
                .filter(behavior -> Glob.matches(behavior.paths(), path))
                .findFirst()
                .orElseThrow()
                .answer(request);
    }

    private Behavior behavior(JsonNode behavior) {
        JsonNode origin = resource.list("DistributionConfig/Origins").stream()
                .filter(each -> each.path("Id").equals(behavior.path("TargetOriginId")))
                .findFirst()
                .orElseThrow(() -> unsupported("a behavior without an origin"));
        Origin behind = origin(origin.path("DomainName").asText());
        String requestPolicy = behavior.path("OriginRequestPolicyId").asText();
        if (behind instanceof HttpApi && !requestPolicy.equals(ALL_VIEWER_EXCEPT_HOST)) {
            throw unsupported("an API behind another origin request policy than AllViewerExceptHostHeader: the API"
                    + " would miss headers or be called by a name that is not its own");
        }
        return new Behavior(
                Behavior.paths(behavior),
                Behavior.methods(behavior),
                viewerRequest(behavior),
                behind,
                origin.path("OriginPath").asText(""),
                originHeaders(origin),
                behavior.path("Compress").asBoolean() && cachesCompressed(behavior.path("CachePolicyId").asText()),
                securityHeaders(behavior),
                resource.optionalText("DistributionConfig/DefaultRootObject").orElse(""));
    }

    private Origin origin(String domain) {
        String name = domain.substring(0, domain.indexOf('.'));
        if (domain.contains(".execute-api.")) {
            return apis.stream().filter(api -> api.id().equals(name)).findFirst()
                    .orElseThrow(() -> unsupported("the origin " + domain + ", which is no API of the template"));
        }
        return template.find("AWS::S3::Bucket", name)
                .map(bucket -> buckets.computeIfAbsent(name, _ -> Bucket.of(bucket, template)))
                .orElseThrow(() -> unsupported("the origin " + domain + ", which is no bucket of the template"));
    }

    /// By lower-cased name.
    private Map<String, String> originHeaders(JsonNode origin) {
        Map<String, String> headers = new HashMap<>();
        origin.path("OriginCustomHeaders").forEach(header -> headers.put(
                header.path("HeaderName").asText().toLowerCase(Locale.ROOT),
                DynamicReferences.resolve(header.path("HeaderValue").asText(), secrets)));
        return headers;
    }

    private Optional<EdgeFunction> viewerRequest(JsonNode behavior) {
        JsonNode associations = behavior.path("FunctionAssociations");
        if (associations.isEmpty()) {
            return Optional.empty();
        }
        JsonNode association = associations.get(0);
        if (associations.size() > 1 || !association.path("EventType").asText().equals("viewer-request")) {
            throw unsupported("other functions than one for the viewer's request");
        }
        String arn = association.path("FunctionARN").asText();
        return Optional.of(new EdgeFunction(
                template.find("AWS::CloudFront::Function", arn)
                        .orElseThrow(() -> unsupported("the function " + arn + ", which is not in the template")),
                template.distributionDomain()));
    }

    /// CloudFront compresses only what its cache policy lets it keep compressed.
    private boolean cachesCompressed(String policy) {
        return policy.equals(CACHING_OPTIMIZED) || template.find("AWS::CloudFront::CachePolicy", policy)
                .map(own -> own.at("CachePolicyConfig/ParametersInCacheKeyAndForwardedToOrigin"))
                .map(parameters -> parameters.path("EnableAcceptEncodingGzip").asBoolean())
                .orElse(false);
    }

    private SecurityHeaders securityHeaders(JsonNode behavior) {
        String policy = behavior.path("ResponseHeadersPolicyId").asText("");
        return policy.isEmpty()
                ? SecurityHeaders.NONE
                : SecurityHeaders.of(
                        template.find("AWS::CloudFront::ResponseHeadersPolicy", policy).orElseThrow(() -> unsupported(
                                "the response headers policy " + policy + ", which is not in the template")));
    }

    private UnsupportedTemplateException unsupported(String what) {
        return new UnsupportedTemplateException("The laptop cloud cannot play the distribution " + resource.logicalId()
                + " in " + resource.stack() + ": it has " + what + ".");
    }
}
