package dev.stampede.cloud.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.stampede.cloud.http.Exchanges;
import dev.stampede.cloud.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// `/api/docs`: the API's contract as a page to read and to try, from this machine and nowhere else. The page is
/// Swagger UI, which styles itself inline; nothing else is loosened for it.
public final class ApiDocs implements HttpHandler {

    /// Where it is mounted.
    public static final String PATH = "/api/docs";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> OF_SWAGGER_UI = Map.of(
            "swagger-ui-bundle.js", "text/javascript",
            "swagger-ui.css", "text/css",
            "favicon-32x32.png", "image/png");
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>The shop's API - Stampede, on this machine</title>
            <link rel="icon" href="/api/docs/favicon-32x32.png">
            <link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
            <body><main id="api"></main>
            <noscript><a href="/api/docs/openapi.yaml">The contract as it is written</a></noscript>
            <script src="/api/docs/swagger-ui-bundle.js"></script>
            <script src="/api/docs/start.js"></script>
            </body></html>
            """;
    /// Without a validator's address the page asks nobody on the network.
    private static final String START = """
            SwaggerUIBundle({ url: '/api/docs/openapi.yaml', dom_id: '#api', deepLinking: true, validatorUrl: null });
            """;

    private final Path contract;
    private final String swaggerUi;

    /// @param contract the file `openapi.yaml`
    public ApiDocs(Path contract) {
        this.contract = contract;
        this.swaggerUi = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Exchanges.send(exchange, page(exchange.getRequestURI().getPath())
                .with("content-security-policy", POLICY)
                .with("x-content-type-options", "nosniff")
                .with("referrer-policy", "no-referrer")
                .with("cache-control", "no-cache"));
    }

    private Response page(String path) throws IOException {
        String name = path.substring(PATH.length());
        return switch (name) {
            case "", "/" -> Response.of(200, "text/html; charset=utf-8", PAGE);
            case "/start.js" -> Response.of(200, "text/javascript", START);
            case "/openapi.yaml" -> Response.of(200, "application/yaml", Files.readAllBytes(contract));
            default -> OF_SWAGGER_UI.containsKey(name.replaceFirst("^/", ""))
                    ? ofSwaggerUi(name.substring(1))
                    : Response.of(404, "text/plain", "There is no such page. There is " + PATH + "\n");
        };
    }

    private Response ofSwaggerUi(String file) throws IOException {
        try (InputStream content = ApiDocs.class.getResourceAsStream(swaggerUi + file)) {
            return Response.of(200, Objects.requireNonNull(OF_SWAGGER_UI.get(file)), content.readAllBytes());
        }
    }

    private static String version() {
        try (InputStream file =
                ApiDocs.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
