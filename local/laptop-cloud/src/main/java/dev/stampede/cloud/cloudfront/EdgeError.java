package dev.stampede.cloud.cloudfront;

import dev.stampede.cloud.http.Html;
import dev.stampede.cloud.http.Response;

/// What CloudFront answers when it does not ask an origin.
final class EdgeError {

    private EdgeError() {}

    static Response response(int status, String reason) {
        return Response.of(status, "text/html", """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>ERROR: The request could not be satisfied</title></head>
                <body><h1>%d ERROR</h1><h2>The request could not be satisfied.</h2><p>%s</p></body></html>
                """.formatted(status, Html.escape(reason)));
    }
}
