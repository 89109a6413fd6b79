package dev.stampede.lambda;

import dev.stampede.model.wire.Json;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;

/// Runs one HTTP request: reads the event, lets the function answer, writes the response. What the function did not
/// foresee is logged and answered with a blank 500, or with 503 where it failed for now ([PassingFailure]): no
/// exception text leaves the function.
///
/// Where the function has an `ORIGIN_SECRET`, a request that does not bring it did not come through CloudFront and is
/// refused: past it nothing is filtered, and whoever calls can claim to come from anywhere (docs/decisions/0018).
public final class HttpEdge {

    private static final String HEADER = "X-Origin-Secret";
    private static final Optional<String> ORIGIN_SECRET =
            Optional.ofNullable(System.getenv("ORIGIN_SECRET")).filter(secret -> !secret.isBlank());

    private HttpEdge() {}

    public static void serve(InputStream in, OutputStream out, Function<HttpRequest, HttpResponse> answer) {
        serve(in, out, answer, ORIGIN_SECRET);
    }

    /// @param originSecret empty where nothing stands in front of the API
    static void serve(
            InputStream in, OutputStream out, Function<HttpRequest, HttpResponse> answer,
            Optional<String> originSecret) {
        Json.write(respond(in, answer, originSecret).toEvent(), out);
    }

    private static HttpResponse respond(
            InputStream in, Function<HttpRequest, HttpResponse> answer, Optional<String> originSecret) {
        try {
            HttpRequest request = HttpRequest.from(Json.readObject(in));
            if (originSecret.isPresent() && !brings(request, originSecret.get())) {
                return HttpResponse.problem(
                        403, "NOT_THROUGH_THE_SHOP", "Please call the API by the shop's own address.");
            }
            return isEncoded(request)
                    ? HttpResponse.problem(
                            415, "UNSUPPORTED_ENCODING", "Please send the body as it is, not compressed.")
                    : answer.apply(request);
        } catch (RuntimeException e) {
            Log.error("request failed", e);
            if (PassingFailure.is(e)) {
                return HttpResponse.problem(503, "BUSY", "The shop is very busy. Please try again in a moment.")
                        .withHeader("retry-after", "1");
            }
            return HttpResponse.problem(500, "INTERNAL", "Something went wrong on our side. Please try again.");
        }
    }

    private static boolean isEncoded(HttpRequest request) {
        return !request.body().isEmpty()
                && request.header("Content-Encoding").filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                        .isPresent();
    }

    /// In constant time, so that a wrong secret cannot be mended letter by letter.
    private static boolean brings(HttpRequest request, String originSecret) {
        return MessageDigest.isEqual(
                originSecret.getBytes(StandardCharsets.UTF_8),
                request.header(HEADER).orElse("").getBytes(StandardCharsets.UTF_8));
    }
}
