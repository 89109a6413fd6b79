package dev.stampede.cloud.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.stampede.cloud.http.Response;
import java.security.interfaces.RSAPublicKey;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JwtAuthorizerTest {

    private static final String ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Users";
    private static final String AUDIENCE = "Storefront";
    private static final RSAKey KEY = key("one");
    private static final RSAKey STRANGERS = key("one");

    private final MiniShop shop = new MiniShop((issuer,
            keyId) -> issuer.equals(ISSUER) && keyId.equals("one") ? Optional.of(publicKey()) : Optional.empty());

    static Stream<Arguments> refusedTokens() throws JOSEException {
        String good = signed(claims -> claims);
        String[] parts = good.split("\\.");
        String tampered = parts[0] + "." + parts[1].substring(0, parts[1].length() - 2) + "AA." + parts[2];
        return Stream.of(
                Arguments.of("alg none", new PlainJWT(claims().build()).serialize(), "malformed"),
                Arguments.of("HS256 keyed with the public key",
                        sign(JWSAlgorithm.HS256, "one", new MACSigner(publicKey().getEncoded()), claims()), "RS256"),
                Arguments.of("RS512", sign(JWSAlgorithm.RS512, "one", new RSASSASigner(KEY), claims()), "RS256"),
                Arguments.of("a stranger's key",
                        sign(JWSAlgorithm.RS256, "one", new RSASSASigner(STRANGERS), claims()), "signature"),
                Arguments.of("an unknown key id",
                        sign(JWSAlgorithm.RS256, "two", new RSASSASigner(KEY), claims()), "signature"),
                Arguments.of("no key id", sign(JWSAlgorithm.RS256, null, new RSASSASigner(KEY), claims()), "signature"),
                Arguments.of("tampered", tampered, ""),
                Arguments.of("no signature", parts[0] + "." + parts[1] + ".", ""),
                Arguments.of("garbage", "garbage", "malformed"),
                Arguments.of("expired this very second", signed(claims -> claims.expirationTime(at(0))), "expired"),
                Arguments.of("no expiry", signed(claims -> claims.expirationTime(null)), "expired"),
                Arguments.of("not yet", signed(claims -> claims.notBeforeTime(at(60))), "not valid yet"),
                Arguments.of("issued in the future", signed(claims -> claims.issueTime(at(60))), "not valid yet"),
                Arguments.of("another issuer", signed(claims -> claims.issuer(ISSUER + "2")), "issuer"),
                Arguments.of("another audience", signed(claims -> claims.audience("Other")), "audience"),
                Arguments.of("no audience", signed(claims -> claims.audience((String) null)), "audience"),
                Arguments.of("the right client of another audience",
                        signed(claims -> claims.audience("Other").claim("client_id", AUDIENCE)), "audience"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedTokens")
    void refusesWhatItCannotTrustAndSaysWhy(String kind, String token, String reason) {
        Response response = shop.get("/api/orders", "authorization", "Bearer " + token);

        assertThat(response.status()).isEqualTo(401);
        assertThat(MiniShop.text(response)).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(response.header("www-authenticate").orElseThrow())
                .startsWith("Bearer scope=\"\" error=\"invalid_token\" error_description=\"").contains(reason);
        assertThat(shop.invoked).isEmpty();
    }

    @Test
    void asksForAToken() {
        Response withoutHeader = shop.get("/api/orders");
        Response withoutToken = shop.get("/api/orders", "authorization", "Bearer ");
        for (Response response : List.of(withoutHeader, withoutToken)) {
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.header("www-authenticate")).hasValue("Bearer");
        }
    }

    @Test
    void passesTheClaimsAsTextToTheFunction() throws JOSEException {
        String token = signed(claims -> claims.claim("email_verified", true)
                .claim("cognito:groups", List.of("admin", "customer")).claim("scope", "shop/admin"));

        assertThat(shop.get("/api/orders", "authorization", "Bearer " + token).status()).isEqualTo(200);

        var jwt = shop.event().at("/requestContext/authorizer/jwt");
        assertThat(jwt.at("/claims/sub").asText()).isEqualTo("someone");
        assertThat(jwt.at("/claims/exp").isTextual()).isTrue();
        assertThat(jwt.at("/claims/exp").asText()).isEqualTo("1584043438");
        assertThat(jwt.at("/claims/email_verified").asText()).isEqualTo("true");
        assertThat(jwt.at("/claims/cognito:groups").asText()).isEqualTo("[admin customer]");
        assertThat(jwt.get("scopes").isNull()).isTrue();
    }

    @Test
    void takesATokenWithoutTheWordBearer() throws JOSEException {
        assertThat(shop.get("/api/orders", "authorization", signed(claims -> claims)).status()).isEqualTo(200);
    }

    @Test
    void takesTheClientWhereThereIsNoAudience() throws JOSEException {
        String token = signed(claims -> claims.audience((String) null).claim("client_id", AUDIENCE));

        assertThat(shop.get("/api/orders", "authorization", "Bearer " + token).status()).isEqualTo(200);
    }

    @Test
    void asksForAScopeWhereTheRouteDoes() throws JOSEException {
        String other = signed(claims -> claims.claim("scope", "shop/read"));
        Response without = shop.get("/api/admin", "authorization", "Bearer " + other);
        assertThat(without.status()).isEqualTo(403);
        assertThat(MiniShop.text(without)).isEqualTo("{\"message\":\"Forbidden\"}");
        assertThat(without.header("www-authenticate").orElseThrow())
                .startsWith("Bearer scope=\"shop/admin\" error=\"insufficient_scope\"");

        String token = signed(claims -> claims.claim("scope", "shop/read shop/admin"));
        assertThat(shop.get("/api/admin", "authorization", "Bearer " + token).status()).isEqualTo(200);
        assertThat(shop.event().at("/requestContext/authorizer/jwt/scopes"))
                .extracting(JsonNode::asText).containsExactly("shop/read", "shop/admin");
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().subject("someone").issuer(ISSUER).audience(AUDIENCE)
                .issueTime(at(0)).expirationTime(at(3600));
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return sign(JWSAlgorithm.RS256, "one", new RSASSASigner(KEY), change.apply(claims()));
    }

    private static String sign(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet.Builder claims)
            throws JOSEException {
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims.build());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static Date at(int seconds) {
        return Date.from(MiniShop.START.plusSeconds(seconds));
    }

    private static RSAPublicKey publicKey() {
        try {
            return KEY.toRSAPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
