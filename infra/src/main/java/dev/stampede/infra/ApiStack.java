package dev.stampede.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/// The shop's HTTP API: which request goes to which function, who may send it, and how often.
public final class ApiStack extends Stack {
    /// The stage's name is the path under which CloudFront forwards: `/api/orders` reaches the route `/orders`
    /// unchanged.
    static final String STAGE_NAME = "api";

    // No address, token or receipt: a log line says what was requested and how it ended, not by whom.
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

        HttpUserPoolAuthorizer signedIn = HttpUserPoolAuthorizer.Builder.create("SignedIn", identity.users())
                .userPoolClients(List.of(identity.storefront()))
                .build();
        Map<String, HttpRoute> guestWrites = new TreeMap<>();
        showCatalog(handlers.catalog(), guestWrites);
        keepCatalog(handlers.products(), signedIn);
        takeOrders(handlers.orders(), signedIn, guestWrites);
        keepCarts(handlers.cart(), signedIn, guestWrites);
        letGuestsIn(handlers.guests(), guestWrites);
        showUsers(handlers.users(), signedIn);
        serveStaff(handlers.staff(), signedIn);

        HttpStage stage = stage(deployment, guestWrites);
        CfnOutput.Builder.create(this, "ApiUrl").value(stage.getUrl()).build();
    }

    public IHttpApi httpApi() {
        return api;
    }

    /// @param guestWrites collects the keys of the routes by which anybody may write
    private void showCatalog(CatalogHandlers catalog, Map<String, HttpRoute> guestWrites) {
        route(HttpMethod.GET, "/products", catalog.getProducts());
        route(HttpMethod.GET, "/products/{id}", catalog.getProduct());
        route(HttpMethod.GET, "/categories", catalog.getCategories());
        route(HttpMethod.GET, "/categories/{id}", catalog.getCategory());
        route(HttpMethod.GET, "/sitemap.xml", catalog.getSitemap());
        route(HttpMethod.GET, "/health", catalog.health());
        guestWrite(HttpMethod.POST, "/products/{id}/restock-notice", catalog.requestRestockNotice(), guestWrites);
    }

    private void keepCatalog(ProductHandlers products, IHttpRouteAuthorizer signedIn) {
        route(HttpMethod.POST, "/products", products.createProduct(), signedIn);
        route(HttpMethod.PUT, "/products/{id}", products.updateProduct(), signedIn);
        route(HttpMethod.DELETE, "/products/{id}", products.deleteProduct(), signedIn);
        route(HttpMethod.GET, "/products/{id}/description", products.getDescription(), signedIn);
        route(HttpMethod.GET, "/products/{id}/stock", products.getStock(), signedIn);
        route(HttpMethod.PUT, "/products/{id}/stock", products.setStock(), signedIn);
    }

    private void takeOrders(OrderHandlers orders, IHttpRouteAuthorizer signedIn, Map<String, HttpRoute> guestWrites) {
        route(HttpMethod.GET, "/orders", orders.listOrders(), signedIn);
        route(HttpMethod.GET, "/orders/{id}", orders.getOrder());
        guestWrite(HttpMethod.POST, "/orders", orders.createOrder(), guestWrites);
        guestWrite(HttpMethod.POST, "/orders/{id}/cancel", orders.cancelOrder(), guestWrites);
        guestWrite(HttpMethod.POST, "/orders/{id}/return", orders.requestReturn(), guestWrites);
        guestWrite(HttpMethod.POST, "/checkout/{cartId}", orders.checkout(), guestWrites);
    }

    private void keepCarts(CartHandlers cart, IHttpRouteAuthorizer signedIn, Map<String, HttpRoute> guestWrites) {
        route(HttpMethod.POST, "/cart", cart.newCart());
        route(HttpMethod.GET, "/cart", cart.getOwnCart(), signedIn);
        route(HttpMethod.GET, "/cart/{id}", cart.getCart());
        route(HttpMethod.POST, "/cart/{id}/merge", cart.mergeCart(), signedIn);
        guestWrite(HttpMethod.POST, "/cart/{id}/items", cart.addCartItem(), guestWrites);
        guestWrite(HttpMethod.PUT, "/cart/{id}/items/{itemId}", cart.setCartItem(), guestWrites);
        guestWrite(HttpMethod.DELETE, "/cart/{id}/items/{itemId}", cart.removeCartItem(), guestWrites);
    }

    private void letGuestsIn(GuestHandlers guests, Map<String, HttpRoute> guestWrites) {
        guestWrite(HttpMethod.POST, "/orders/{id}/access-code", guests.requestAccessCode(), guestWrites);
        guestWrite(HttpMethod.POST, "/orders/{id}/access", guests.redeemAccessCode(), guestWrites);
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
        route(HttpMethod.GET, "/sales/{day}", staff.getSales(), signedIn);
    }

    private void guestWrite(HttpMethod method, String path, IFunction handler, Map<String, HttpRoute> guestWrites) {
        guestWrites.put(method + " " + path, route(method, path, handler));
    }

    private HttpRoute route(HttpMethod method, String path, IFunction handler) {
        return route(method, path, handler, null);
    }

    private HttpRoute route(HttpMethod method, String path, IFunction handler,
            @Nullable IHttpRouteAuthorizer authorizer) {
        return api.addRoutes(AddRoutesOptions.builder()
                .path(path)
                // Monitors and sitemap checkers send HEAD requests.
                .methods(method == HttpMethod.GET ? List.of(method, HttpMethod.HEAD) : List.of(method))
                .integration(new HttpLambdaIntegration(method + path.replaceAll("\\W+", "-"), handler))
                .authorizer(authorizer)
                .build()).getFirst();
    }

    private HttpStage stage(Deployment deployment, Map<String, HttpRoute> guestWrites) {
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
        guestWrites.forEach((key, route) -> {
            throttled.put(key, new TreeMap<>(Map.of(
                    "ThrottlingRateLimit", deployment.orderThrottle().rate(),
                    "ThrottlingBurstLimit", deployment.orderThrottle().burst())));
            // API Gateway refuses settings for a route that does not exist yet.
            stage.getNode().addDependency(route);
        });
        settings.setRouteSettings(throttled);
        return stage;
    }

    private static @Nullable CorsPreflightOptions cors(List<String> origins) {
        if (origins.isEmpty()) {
            return null;
        }
        return CorsPreflightOptions.builder()
                .allowOrigins(origins)
                .allowMethods(
                        List.of(CorsHttpMethod.GET, CorsHttpMethod.POST, CorsHttpMethod.PUT, CorsHttpMethod.DELETE))
                .allowHeaders(List.of("authorization", "content-type", "idempotency-key", "if-match", "if-none-match",
                        "traceparent", "x-address-token", "x-cart-token", "x-receipt-token"))
                .exposeHeaders(List.of("etag", "idempotency-replayed", "location", "retry-after"))
                .maxAge(Duration.minutes(10))
                .build();
    }
}
