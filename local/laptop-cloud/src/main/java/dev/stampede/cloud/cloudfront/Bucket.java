package dev.stampede.cloud.cloudfront;

import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.http.Origin;
import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/// A bucket behind the distribution, read by origin access control. It holds what the template's deployments put there,
/// in memory: a path can only name a key, never a file.
final class Bucket implements Origin {

    /// @param metadata headers that S3 sends with the file
    record StoredFile(byte[] content, String etag, Map<String, List<String>> metadata) {

        static StoredFile of(byte[] content, Map<String, String> metadata) {
            Map<String, List<String>> headers = new TreeMap<>();
            metadata.forEach((name, value) -> headers.put(name, List.of(value)));
            return new StoredFile(content, "\"" + md5(content) + "\"", headers);
        }

        private static String md5(byte[] content) {
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Map<String, StoredFile> files;
    private final boolean listable;

    private Bucket(Map<String, StoredFile> files, boolean listable) {
        this.files = files;
        this.listable = listable;
    }

    static Bucket of(Resource bucket, Template template) {
        Map<String, StoredFile> files = new TreeMap<>();
        template.ofType("Custom::CDKBucketDeployment").stream()
                .filter(deployment -> deployment.text("DestinationBucketName").equals(bucket.ref()))
                .forEach(deployment -> files.putAll(BucketDeployment.files(deployment, template)));
        return new Bucket(files, listable(bucket, template));
    }

    @Override
    public Response answer(Request request) {
        StoredFile file = files.get(Request.decodePath(request.path()).substring(1));
        if (file == null) {
            return missing();
        }
        boolean known = request.header("if-none-match").map(etags -> Arrays.stream(etags.split(","))
                .map(etag -> etag.strip().replaceFirst("^W/", ""))
                .anyMatch(etag -> etag.equals("*") || etag.equals(file.etag))).orElse(false);
        return new Response(known ? 304 : 200, file.metadata, known ? new byte[0] : file.content)
                .with("etag", file.etag);
    }

    /// S3 says that a file is missing only to those who may list the bucket.
    private Response missing() {
        return listable
                ? error(404, "NoSuchKey", "The specified key does not exist.")
                : error(403, "AccessDenied", "Access Denied");
    }

    private static Response error(int status, String code, String message) {
        return Response.of(status, "application/xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <Error><Code>%s</Code><Message>%s</Message></Error>""".formatted(code, message)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static boolean listable(Resource bucket, Template template) {
        return template.ofType("AWS::S3::BucketPolicy").stream()
                .filter(policy -> policy.text("Bucket").equals(bucket.ref()))
                .flatMap(policy -> policy.list("PolicyDocument/Statement").stream())
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .filter(statement -> statement.at("/Principal/Service").asText().equals("cloudfront.amazonaws.com"))
                .map(statement -> statement.get("Action"))
                .anyMatch(action -> action.asText().equals("s3:ListBucket")
                        || StreamSupport.stream(action.spliterator(), false)
                                .anyMatch(each -> each.asText().equals("s3:ListBucket")));
    }
}
