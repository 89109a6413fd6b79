package dev.stampede.local.endpoint;

import dev.stampede.local.engine.Reply;
import java.util.Map;

/// What the endpoint answers.
///
/// @param status  0 where the connection is closed instead
/// @param outcome `ok`, or what went wrong: the error's code
record Answer(int status, String contentType, byte[] body, Map<String, String> headers, String outcome) {

    static final String OK = "ok";

    static Answer json(Object body) {
        return new Answer(200, Protocol.JSON.contentType, Protocol.json(body), Map.of(), OK);
    }

    static Answer xml(String xml) {
        return new Answer(200, Protocol.QUERY.contentType, Xml.bytes(xml), Map.of(), OK);
    }

    static Answer refusal(int status, String contentType, String code, byte[] body, Map<String, String> headers) {
        return new Answer(status, contentType, body, headers, code);
    }

    /// No answer: the caller finds its connection closed.
    static Answer lost(String outcome) {
        return new Answer(0, "", new byte[0], Map.of(), outcome);
    }

    static Answer of(Reply reply) {
        return new Answer(reply.status(), reply.contentType(), reply.body(), reply.headers(),
                reply.status() == 200 ? OK : code(reply.body()));
    }

    boolean isLost() {
        return status == 0;
    }

    private static String code(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 600), java.nio.charset.StandardCharsets.UTF_8);
        var match = java.util.regex.Pattern.compile("\"__type\"\\s*:\\s*\"(?:[^\"#]*#)?([^\"]+)\"|<Code>([^<]+)</Code>")
                .matcher(text);
        return match.find() ? match.group(1) == null ? match.group(2) : match.group(1) : "error";
    }
}
