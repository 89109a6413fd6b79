package dev.stampede.cloud.cloudfront;

import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// Compresses as CloudFront does: only these types, only from a thousand bytes
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html).
final class Compression {

    private static final int MIN_BYTES = 1_000;
    private static final int MAX_BYTES = 10_000_000;
    private static final Set<String> TYPES = Set.of(
            "application/javascript", "application/json", "application/manifest+json", "application/wasm",
            "application/xml", "image/svg+xml", "text/css", "text/html", "text/javascript", "text/plain", "text/xml");

    private Compression() {}

    static Response apply(Request request, Response response) {
        int size = response.body().length;
        String type = response.header("content-type").orElse("").split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type) || response.header("content-encoding").isPresent()) {
            return response;
        }
        if (size < MIN_BYTES || size > MAX_BYTES || response.status() != 200 || !accepted(request)) {
            return varying(response);
        }
        Response compressed = varying(response.withBody(gzip(response.body()))).with("content-encoding", "gzip");
        return response.header("etag").filter(etag -> !etag.startsWith("W/"))
                .map(etag -> compressed.with("etag", "W/" + etag))
                .orElse(compressed);
    }

    /// What the origin says that its answer varies by stays.
    private static Response varying(Response response) {
        return response.with("vary", response.header("vary").map(by -> by + ", ").orElse("") + "accept-encoding");
    }

    private static boolean accepted(Request request) {
        return Arrays.stream(request.header("accept-encoding").orElse("").toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .anyMatch(coding -> coding.matches("gzip(\\s*;\\s*q=(1(\\.0*)?|0?\\.0*[1-9]\\d*))?"));
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
