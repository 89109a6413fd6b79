package dev.stampede.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ApiTest {
    private final Templates dev = Templates.dev();
    private final Templates prod = Templates.prod();

    @Test
    void everyRouteLeadsToItsFunction() {
        Map<String, String> routes = new TreeMap<>();
        dev.all("AWS::ApiGatewayV2::Route").forEach(route -> routes.put(route.text("RouteKey"), dev
                .byName("AWS::ApiGatewayV2::Integration").get(route.text("Target").replace("integrations/", ""))
                .text("IntegrationUri").replace("Aliaslive", "")));

        Map<String, String> heads = new TreeMap<>();
        routes.forEach((key, function) -> {
            if (key.startsWith("GET ")) {
                heads.put(key.replace("GET ", "HEAD "), function);
            }
        });
        assertThat(routes).containsAllEntriesOf(heads);
        routes.keySet().removeAll(heads.keySet());
        assertThat(routes).containsExactlyInAnyOrderEntriesOf(new TreeMap<>(Map.ofEntries(
                Map.entry("GET /products", "GetProducts"),
                Map.entry("GET /products/{id}", "GetProduct"),
                Map.entry("GET /categories", "GetCategories"),
                Map.entry("GET /categories/{id}", "GetCategory"),
                Map.entry("POST /products", "CreateProduct"),
                Map.entry("PUT /products/{id}", "UpdateProduct"),
                Map.entry("DELETE /products/{id}", "DeleteProduct"),
                Map.entry("GET /products/{id}/description", "GetDescription"),
                Map.entry("GET /products/{id}/stock", "GetStock"),
                Map.entry("PUT /products/{id}/stock", "SetStock"),
                Map.entry("POST /products/{id}/restock-notice", "RequestRestockNotice"),
                Map.entry("GET /sitemap.xml", "GetSitemap"),
                Map.entry("GET /health", "Health"),
                Map.entry("POST /cart", "NewCart"),
                Map.entry("GET /cart", "GetOwnCart"),
                Map.entry("GET /cart/{id}", "GetCart"),
                Map.entry("POST /cart/{id}/items", "AddCartItem"),
                Map.entry("PUT /cart/{id}/items/{itemId}", "SetCartItem"),
                Map.entry("DELETE /cart/{id}/items/{itemId}", "RemoveCartItem"),
                Map.entry("POST /cart/{id}/merge", "MergeCart"),
                Map.entry("POST /checkout/{cartId}", "Checkout"),
                Map.entry("POST /orders", "CreateOrder"),
                Map.entry("GET /orders/{id}", "GetOrder"),
                Map.entry("GET /orders", "ListOrders"),
                Map.entry("POST /orders/{id}/cancel", "CancelOrder"),
                Map.entry("POST /orders/{id}/return", "RequestReturn"),
                Map.entry("POST /orders/{id}/access-code", "RequestAccessCode"),
                Map.entry("POST /orders/{id}/access", "RedeemAccessCode"),
                Map.entry("GET /users", "GetUsers"),
                Map.entry("GET /users/{id}", "GetUser"),
                Map.entry("POST /orders/{id}/ship", "ShipOrder"),
                Map.entry("POST /orders/{id}/deliver", "DeliverOrder"),
                Map.entry("POST /orders/{id}/refund", "RefundOrder"),
                Map.entry("POST /orders/{id}/fraud-decision", "DecideFraud"),
                Map.entry("POST /orders/{id}/receive-return", "ReceiveReturn"),
                Map.entry("GET /sales/{day}", "GetSales"))));
        assertThat(dev.all("AWS::ApiGatewayV2::Integration"))
                .allMatch(it -> it.property("PayloadFormatVersion").asText().equals("2.0"));
    }

    @Test
    void theHeadOfWhatCanBeReadIsForWhoMayReadIt() {
        Map<String, String> gates = new TreeMap<>();
        dev.all("AWS::ApiGatewayV2::Route").forEach(
                route -> gates.put(route.text("RouteKey"), route.property("AuthorizationType").asText()));

        assertThat(gates.keySet()).filteredOn(key -> key.startsWith("HEAD ")).hasSizeGreaterThan(10)
                .allSatisfy(key -> assertThat(gates.get(key)).isEqualTo(gates.get(key.replace("HEAD ", "GET "))));
    }

    @Test
    void whatIsOnesOwnAndWhatStaffDoesAreForSignedInUsersAndTheRestIsOpen() {
        assertThat(dev.all("AWS::ApiGatewayV2::Route")
                .filter(route -> !route.property("AuthorizationType").asText().equals("NONE"))
                .map(route -> route.property("AuthorizationType").asText() + " " + route.text("RouteKey"))
                .filter(route -> !route.startsWith("JWT HEAD ")))
                .containsExactlyInAnyOrder("JWT POST /products", "JWT PUT /products/{id}", "JWT DELETE /products/{id}",
                        "JWT GET /products/{id}/description", "JWT GET /products/{id}/stock",
                        "JWT PUT /products/{id}/stock",
                        "JWT GET /orders", "JWT GET /cart", "JWT POST /cart/{id}/merge",
                        "JWT POST /orders/{id}/ship", "JWT POST /orders/{id}/deliver",
                        "JWT POST /orders/{id}/refund", "JWT POST /orders/{id}/fraud-decision",
                        "JWT POST /orders/{id}/receive-return", "JWT GET /sales/{day}",
                        "JWT GET /users", "JWT GET /users/{id}");
        Templates.Resource authorizer = dev.only("AWS::ApiGatewayV2::Authorizer");
        assertThat(authorizer.text("JwtConfiguration/Audience/0")).isEqualTo("UsersStorefront");
        assertThat(authorizer.text("JwtConfiguration/Issuer"))
                .isEqualTo("https://cognito-idp.AWS::Region.amazonaws.com/Users");
    }

    @Test
    void theStageIsThePathThatCloudFrontForwards() {
        assertThat(dev.only("AWS::ApiGatewayV2::Stage").property("StageName").asText()).isEqualTo("api");
    }

    @Test
    void requestsAreThrottledAndWhatGuestsWriteOnItsOwn() {
        Templates.Resource stage = dev.only("AWS::ApiGatewayV2::Stage");

        assertThat(stage.property("DefaultRouteSettings/ThrottlingRateLimit").asInt()).isEqualTo(1000);
        assertThat(stage.property("DefaultRouteSettings/ThrottlingBurstLimit").asInt()).isEqualTo(2000);
        assertThat(stage.property("RouteSettings").properties()).extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("POST /products/{id}/restock-notice", "POST /orders",
                        "POST /orders/{id}/cancel", "POST /orders/{id}/return", "POST /checkout/{cartId}",
                        "POST /cart/{id}/items", "PUT /cart/{id}/items/{itemId}", "DELETE /cart/{id}/items/{itemId}",
                        "POST /orders/{id}/access-code", "POST /orders/{id}/access");
        assertThat(stage.property("RouteSettings")).allSatisfy(route -> {
            assertThat(route.path("ThrottlingRateLimit").asInt()).isEqualTo(500);
            assertThat(route.path("ThrottlingBurstLimit").asInt()).isEqualTo(1000);
        });
        // API Gateway refuses settings of a route that does not exist yet.
        assertThat(dev.texts(stage.stack(), stage.json().path("DependsOn")).stream().map(Templates::name))
                .contains("ShopPOSTproductsidrestocknotice", "ShopPOSTorders", "ShopPOSTordersidcancel",
                        "ShopPOSTordersidreturn",
                        "ShopPOSTcheckoutcartId", "ShopPUTcartiditemsitemId", "ShopDELETEcartiditemsitemId");
    }

    @Test
    void otherSitesMayCallTheApiOnlyWhereADeveloperWorks() {
        assertThat(origins(dev)).containsExactly("http://localhost:5173");
        assertThat(origins(prod)).containsExactly("https://shop.example.com");
        var cors = dev.only("AWS::ApiGatewayV2::Api").property("CorsConfiguration");
        assertThat(dev.texts("", cors.path("AllowMethods"))).containsExactlyInAnyOrder("GET", "POST", "PUT", "DELETE");
        assertThat(dev.texts("", cors.path("AllowHeaders"))).contains("authorization", "content-type",
                "idempotency-key", "if-match", "if-none-match", "x-cart-token", "x-receipt-token");
        assertThat(dev.texts("", cors.path("ExposeHeaders"))).contains("etag", "location", "retry-after",
                "idempotency-replayed");
        assertThat(cors.path("AllowCredentials").asBoolean()).isFalse();
    }

    @Test
    void theAccessLogSaysWhatWasAskedAndNotByWhom() {
        Templates.Resource stage = dev.only("AWS::ApiGatewayV2::Stage");

        assertThat(stage.text("AccessLogSettings/DestinationArn")).isEqualTo("AccessLog");
        assertThat(stage.text("AccessLogSettings/Format")).contains("$context.routeKey", "$context.status")
                .doesNotContain("sourceIp", "authorizer", "userAgent", "$context.path");
    }

    @Test
    void usersSignInWithAnAddressAndALongPassword() {
        Templates.Resource users = dev.only("AWS::Cognito::UserPool");
        Templates.Resource storefront = dev.only("AWS::Cognito::UserPoolClient");

        assertThat(users.property("Policies/PasswordPolicy/MinimumLength").asInt()).isEqualTo(12);
        assertThat(users.property("SmsConfiguration").isMissingNode()).isTrue();
        assertThat(dev.texts("", storefront.property("ExplicitAuthFlows")))
                .contains("ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH");
        assertThat(storefront.property("PreventUserExistenceErrors").asText()).isEqualTo("ENABLED");
        assertThat(dev.all("AWS::Cognito::UserPoolGroup").map(it -> it.property("GroupName").asText()))
                .containsExactlyInAnyOrder("admin", "customer");
    }

    private static Iterable<String> origins(Templates templates) {
        return templates.texts("", templates.only("AWS::ApiGatewayV2::Api").property("CorsConfiguration/AllowOrigins"));
    }
}
