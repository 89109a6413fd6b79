package dev.stampede.cloud.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A route with what it leads to.
///
/// @param function ARN of the function or of its alias
/// @param scopes   of which a token must have one; empty when any token will do
record Route(RouteKey key, String function, Duration timeout, Optional<JwtAuthorizer> authorizer, List<String> scopes) {

    private static final Pattern INVOCATION_URI = Pattern.compile(".*/functions/(.+)/invocations");
    private static final int MAX_TIMEOUT_MILLIS = 30_000;

    static List<Route> allOf(Resource api, Template template, SigningKeys keys) {
        return template.ofType("AWS::ApiGatewayV2::Route").stream()
                .filter(route -> route.text("ApiId").equals(api.ref()))
                .map(route -> of(route, template, keys))
                .toList();
    }

    private static Route of(Resource route, Template template, SigningKeys keys) {
        String integrationId = route.text("Target").substring("integrations/".length());
        Resource integration = template.find("AWS::ApiGatewayV2::Integration", integrationId)
                .orElseThrow(() -> unsupported(route, "leads to " + integrationId + ", which is not in the template"));
        if (!integration.text("IntegrationType").equals("AWS_PROXY")
                || !integration.text("PayloadFormatVersion").equals("2.0")) {
            throw unsupported(route, "has another integration than AWS_PROXY with payload format 2.0");
        }
        Matcher uri = INVOCATION_URI.matcher(integration.text("IntegrationUri"));
        return new Route(
                RouteKey.parse(route.text("RouteKey")),
                uri.matches() ? uri.group(1) : integration.text("IntegrationUri"),
                Duration.ofMillis(integration.integer("TimeoutInMillis", MAX_TIMEOUT_MILLIS)),
                authorizer(route, template, keys),
                route.list("AuthorizationScopes").stream().map(JsonNode::asText).toList());
    }

    private static Optional<JwtAuthorizer> authorizer(Resource route, Template template, SigningKeys keys) {
        String type = route.optionalText("AuthorizationType").orElse("NONE");
        return switch (type) {
            case "NONE" -> Optional.empty();
            case "JWT" -> Optional.of(JwtAuthorizer.of(
                    template.find("AWS::ApiGatewayV2::Authorizer", route.text("AuthorizerId")).orElseThrow(), keys));
            default -> throw unsupported(route, "has the authorization type " + type);
        };
    }

    private static UnsupportedTemplateException unsupported(Resource route, String what) {
        return new UnsupportedTemplateException("The laptop cloud cannot serve the route " + route.text("RouteKey")
                + " (" + route.logicalId() + " in " + route.stack() + "): it " + what + ".");
    }
}
