package dev.stampede.dynamodb.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs requests as AWS asks for it: https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
final class Signature {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final String REGION = environment("AWS_REGION", "us-east-1");
    private static final String KEY = environment("AWS_ACCESS_KEY_ID", "local");
    private static final String SECRET = environment("AWS_SECRET_ACCESS_KEY", "local");
    private static final String TOKEN = environment("AWS_SESSION_TOKEN", "");

    private Signature() {}

    static void sign(HttpRequest.Builder request, URI uri, String target, byte[] body) {
        String time = TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        String date = time.substring(0, 8);
        String signed = "host;x-amz-date" + (TOKEN.isEmpty() ? "" : ";x-amz-security-token") + ";x-amz-target";
        String canonical = "POST\n/\n\nhost:" + uri.getAuthority() + "\nx-amz-date:" + time + "\n"
                + (TOKEN.isEmpty() ? "" : "x-amz-security-token:" + TOKEN + "\n")
                + "x-amz-target:" + target + "\n\n" + signed + "\n" + hash(body);
        String scope = date + "/" + REGION + "/dynamodb/aws4_request";
        byte[] key = mac(("AWS4" + SECRET).getBytes(UTF_8), date);
        for (String part : new String[]{REGION, "dynamodb", "aws4_request"}) {
            key = mac(key, part);
        }
        String toSign = "AWS4-HMAC-SHA256\n" + time + "\n" + scope + "\n" + hash(canonical.getBytes(UTF_8));
        request.header("X-Amz-Date", time)
                .header("Authorization",
                        "AWS4-HMAC-SHA256 Credential=" + KEY + "/" + scope + ", SignedHeaders=" + signed
                                + ", Signature=" + HexFormat.of().formatHex(mac(key, toSign)));
        if (!TOKEN.isEmpty()) {
            request.header("X-Amz-Security-Token", TOKEN);
        }
    }

    private static String environment(String name, String otherwise) {
        return Optional.ofNullable(System.getenv(name)).orElse(otherwise);
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
