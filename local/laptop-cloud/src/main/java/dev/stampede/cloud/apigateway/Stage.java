package dev.stampede.cloud.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.fault.TokenBucket;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A stage of the HTTP API: a part of its path, and limits for each of its routes.
final class Stage {

    /// The account's limits hold where the stage sets none.
    private static final double ACCOUNT_RATE = 10_000;
    private static final double ACCOUNT_BURST = 5_000;

    private final Resource resource;
    private final InstantSource clock;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    Stage(Resource resource, InstantSource clock) {
        this.resource = resource;
        this.clock = clock;
    }

    String name() {
        return resource.text("StageName");
    }

    Map<String, String> variables() {
        return resource.texts("StageVariables");
    }

    /// The path inside the stage, decoded: `/products` of `/api/products`. Nothing when the path is not of this stage.
    Optional<String> inside(String path) {
        if (name().equals("$default")) {
            return Optional.of(path);
        }
        String prefix = "/" + name();
        if (path.equals(prefix)) {
            return Optional.of("/");
        }
        return path.startsWith(prefix + "/") ? Optional.of(path.substring(prefix.length())) : Optional.empty();
    }

    /// False when the route had more requests than the stage lets through.
    boolean admits(RouteKey route) {
        return buckets.computeIfAbsent(route.text(), this::bucket).take(1);
    }

    private TokenBucket bucket(String route) {
        return new TokenBucket(
                limit(route, "ThrottlingRateLimit", ACCOUNT_RATE),
                limit(route, "ThrottlingBurstLimit", ACCOUNT_BURST),
                () -> TimeUnit.MILLISECONDS.toNanos(clock.millis()));
    }

    private double limit(String route, String setting, double otherwise) {
        JsonNode own = resource.properties().path("RouteSettings").path(route).path(setting);
        JsonNode general = resource.properties().path("DefaultRouteSettings").path(setting);
        return own.isMissingNode() ? general.asDouble(otherwise) : own.asDouble(otherwise);
    }
}
