package dev.stampede.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.aws_apigatewayv2_authorizers.HttpUserPoolAuthorizer;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.CorsHttpMethod;
import software.amazon.awscdk.services.apigatewayv2.CorsPreflightOptions;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpRoute;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.IHttpApi;
import software.amazon.awscdk.services.apigatewayv2.IHttpRouteAuthorizer;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/// The shop's HTTP front: which request goes to which function, who may send it, and how many.
public final class ApiStack extends Stack {
    /// The stage's name is the path under which CloudFront forwards: `/api/orders` reaches the route `/orders` unchanged.
    static final String STAGE_NAME = "api";

    // No address, no token, no receipt: a log line says what was asked and how it ended, not by whom.
    private static final String ACCESS_LOG_FORMAT = Stream.of("requestId", "requestTime", "routeKey", "status",
                    "responseLength", "responseLatency", "integrationErrorMessage")
            .map("\"%1$s\":\"$context.%1$s\""::formatted)
            .collect(Collectors.joining(",", "{", "}"));

    private final HttpApi api;

    public ApiStack(Construct scope, String id, StackProps props, Deployment deployment, HttpHandlers handlers,
                    Identity identity) {
        super(scope, id, props);
        api = HttpApi.Builder.create(this, "Shop")
                .createDefaultStage(false)
                .corsPreflight(cors(deployment.corsOrigins()))
                .build();

        showCatalog(handlers.catalog());
        HttpUserPoolAuthorizer signedIn = HttpUserPoolAuthorizer.Builder.create("SignedIn", identity.users())
                .userPoolClients(List.of(identity.storefront()))
                .build();
        List<HttpRoute> guestWrites = new ArrayList<>(takeOrders(handlers.orders(), signedIn));
        guestWrites.addAll(letGuestsIn(handlers.guests()));
        showUsers(handlers.users(), signedIn);
        serveStaff(handlers.staff(), signedIn);

        HttpStage stage = stage(deployment, guestWrites);
        CfnOutput.Builder.create(this, "ApiUrl").value(stage.getUrl()).build();
    }

    public IHttpApi httpApi() {
        return api;
    }

    private void showCatalog(CatalogHandlers catalog) {
        route(HttpMethod.GET, "/products", catalog.getProducts());
        route(HttpMethod.GET, "/products/{id}", catalog.getProduct());
        route(HttpMethod.GET, "/categories", catalog.getCategories());
        route(HttpMethod.GET, "/categories/{id}", catalog.getCategory());
        route(HttpMethod.GET, "/health", catalog.health());
    }

    /// @return the routes by which anybody writes
    private List<HttpRoute> takeOrders(OrderHandlers orders, IHttpRouteAuthorizer signedIn) {
        route(HttpMethod.GET, "/orders", orders.listOrders(), signedIn);
        route(HttpMethod.GET, "/orders/{id}", orders.getOrder());
        return List.of(
                route(HttpMethod.POST, "/orders", orders.createOrder()),
                route(HttpMethod.POST, "/orders/{id}/cancel", orders.cancelOrder()),
                route(HttpMethod.POST, "/orders/{id}/return", orders.requestReturn()));
    }

    /// @return the routes by which anybody writes
    private List<HttpRoute> letGuestsIn(GuestHandlers guests) {
        return List.of(
                route(HttpMethod.POST, "/orders/{id}/access-code", guests.requestAccessCode()),
                route(HttpMethod.POST, "/orders/{id}/access", guests.redeemAccessCode()));
    }

    private void showUsers(UserHandlers users, IHttpRouteAuthorizer signedIn) {
        route(HttpMethod.GET, "/users", users.getUsers(), signedIn);
        route(HttpMethod.GET, "/users/{id}", users.getUser(), signedIn);
    }

    private void serveStaff(StaffHandlers staff, IHttpRouteAuthorizer signedIn) {
        route(HttpMethod.POST, "/orders/{id}/ship", staff.shipOrder(), signedIn);
        route(HttpMethod.POST, "/orders/{id}/deliver", staff.deliverOrder(), signedIn);
        route(HttpMethod.POST, "/orders/{id}/refund", staff.refundOrder(), signedIn);
        route(HttpMethod.POST, "/orders/{id}/fraud-decision", staff.decideFraud(), signedIn);
        route(HttpMethod.POST, "/orders/{id}/receive-return", staff.receiveReturn(), signedIn);
    }

    private HttpRoute route(HttpMethod method, String path, IFunction handler) {
        return route(method, path, handler, null);
    }

    private HttpRoute route(HttpMethod method, String path, IFunction handler, IHttpRouteAuthorizer authorizer) {
        return api.addRoutes(AddRoutesOptions.builder()
                .path(path)
                .methods(List.of(method))
                .integration(new HttpLambdaIntegration(method + path.replaceAll("\\W+", "-"), handler))
                .authorizer(authorizer)
                .build()).getFirst();
    }

    private HttpStage stage(Deployment deployment, List<HttpRoute> guestWrites) {
        LogGroup accessLog = LogGroup.Builder.create(this, "AccessLog")
                .retention(deployment.logRetention())
                .removalPolicy(deployment.removalPolicy())
                .build();
        HttpStage stage = HttpStage.Builder.create(this, "Stage")
                .httpApi(api)
                .stageName(STAGE_NAME)
                .autoDeploy(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(deployment.throttle().rate())
                        .burstLimit(deployment.throttle().burst())
                        .build())
                .build();
        CfnStage settings = (CfnStage) stage.getNode().getDefaultChild();
        settings.setAccessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                .destinationArn(accessLog.getLogGroupArn())
                .format(ACCESS_LOG_FORMAT)
                .build());
        Map<String, Object> throttled = new TreeMap<>();
        for (HttpRoute route : guestWrites) {
            throttled.put("POST " + route.getPath(), new TreeMap<>(Map.of(
                    "ThrottlingRateLimit", deployment.orderThrottle().rate(),
                    "ThrottlingBurstLimit", deployment.orderThrottle().burst())));
            // API Gateway refuses settings of a route that is not there yet.
            stage.getNode().addDependency(route);
        }
        settings.setRouteSettings(throttled);
        return stage;
    }

    private static CorsPreflightOptions cors(List<String> origins) {
        if (origins.isEmpty()) {
            return null;
        }
        return CorsPreflightOptions.builder()
                .allowOrigins(origins)
                .allowMethods(List.of(CorsHttpMethod.GET, CorsHttpMethod.POST))
                .allowHeaders(List.of("authorization", "content-type", "idempotency-key", "traceparent", "x-receipt-token"))
                .exposeHeaders(List.of("idempotency-replayed", "location", "retry-after"))
                .maxAge(Duration.minutes(10))
                .build();
    }
}
