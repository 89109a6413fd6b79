package dev.stampede.cloud.apigateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.UnsupportedTemplateException;
import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks a bearer token as the JWT authorizer of an HTTP API does
/// (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html).
final class JwtAuthorizer {

    sealed interface Verdict {
        /// @param scopes of the token; empty where the route asks for none
        record Accepted(Map<String, Object> claims, List<String> scopes) implements Verdict {}

        record Refused(Response response) implements Verdict {}
    }

    private static final String HEADER_SOURCE = "$request.header.";

    private final String header;
    private final String issuer;
    private final List<String> audience;
    private final SigningKeys keys;

    private JwtAuthorizer(String header, String issuer, List<String> audience, SigningKeys keys) {
        this.header = header;
        this.issuer = issuer;
        this.audience = audience;
        this.keys = keys;
    }

    static JwtAuthorizer of(Resource authorizer, SigningKeys keys) {
        String source = authorizer.at("IdentitySource/0").asText();
        if (!authorizer.text("AuthorizerType").equals("JWT") || !source.startsWith(HEADER_SOURCE)) {
            throw new UnsupportedTemplateException("The laptop cloud knows JWT authorizers that read a header only; "
                    + authorizer.logicalId() + " in " + authorizer.stack() + " is another.");
        }
        return new JwtAuthorizer(
                source.substring(HEADER_SOURCE.length()).toLowerCase(java.util.Locale.ROOT),
                authorizer.at("JwtConfiguration/Issuer").asText(),
                authorizer.list("JwtConfiguration/Audience").stream().map(JsonNode::asText).toList(),
                keys);
    }

    Verdict judge(Request request, List<String> neededScopes, Instant now) {
        Optional<String> token = request.header(header).map(value -> value.replaceFirst("(?i)^bearer ", "").strip());
        if (token.isEmpty() || token.get().isEmpty()) {
            return new Verdict.Refused(Response.gateway(401, "Unauthorized").with("www-authenticate", "Bearer"));
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token.get());
            Map<String, Object> claims = jwt.getPayload().toJSONObject();
            return flaw(jwt, claims, now)
                    .<Verdict>map(flaw -> refused(401, "Unauthorized", "invalid_token", flaw, List.of()))
                    .orElseGet(() -> scoped(claims, neededScopes));
        } catch (ParseException | JOSEException _) {
            return refused(401, "Unauthorized", "invalid_token", "the token is malformed", List.of());
        }
    }

    private Optional<String> flaw(SignedJWT jwt, Map<String, Object> claims, Instant now)
            throws JOSEException {
        if (!JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())) {
            return Optional.of("the token is not signed with RS256");
        }
        var key = Optional.ofNullable(jwt.getHeader().getKeyID()).flatMap(id -> keys.find(issuer, id));
        if (key.isEmpty() || !jwt.verify(new RSASSAVerifier(key.get()))) {
            return Optional.of("the token has an invalid signature");
        }
        if (claims == null || !issuer.equals(claims.get("iss"))) {
            return Optional.of("the token does not have a valid issuer");
        }
        // client_id counts only where there is no audience.
        Object audienceClaim = claims.getOrDefault("aud", claims.get("client_id"));
        List<?> given = audienceClaim instanceof List<?> list ? list : List.of(String.valueOf(audienceClaim));
        if (given.stream().noneMatch(audience::contains)) {
            return Optional.of("the token does not have a valid audience");
        }
        if (!(claims.get("exp") instanceof Number expiry) || expiry.longValue() <= now.getEpochSecond()) {
            return Optional.of("the token has expired");
        }
        boolean early = later(claims.get("nbf"), now) || later(claims.get("iat"), now);
        return early ? Optional.of("the token is not valid yet") : Optional.empty();
    }

    private static Verdict scoped(Map<String, Object> claims, List<String> needed) {
        if (needed.isEmpty()) {
            return new Verdict.Accepted(claims, List.of());
        }
        Object claim = claims.getOrDefault("scope", claims.get("scp"));
        List<String> scopes = claim instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : claim == null ? List.of() : List.of(claim.toString().split(" "));
        return scopes.stream().anyMatch(needed::contains)
                ? new Verdict.Accepted(claims, scopes)
                : refused(403, "Forbidden", "insufficient_scope", "the token has none of the needed scopes", needed);
    }

    private static boolean later(@Nullable Object claim, Instant now) {
        return claim instanceof Number time && time.longValue() > now.getEpochSecond();
    }

    private static Verdict refused(int status, String message, String error, String description, List<String> scopes) {
        return new Verdict.Refused(Response.gateway(status, message).with("www-authenticate",
                "Bearer scope=\"%s\" error=\"%s\" error_description=\"%s\""
                        .formatted(String.join(" ", scopes), error, description)));
    }
}
