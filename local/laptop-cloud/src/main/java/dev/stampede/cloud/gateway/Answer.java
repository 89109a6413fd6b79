package dev.stampede.cloud.gateway;

import java.util.Map;

/// What the endpoint answers.
///
/// @param status  0 where the connection is closed instead
/// @param outcome `ok`, or what went wrong: the error's code
public record Answer(int status, String contentType, byte[] body, Map<String, String> headers, String outcome) {

    public static final String OK = "ok";

    public static Answer json(Object body) {
        return new Answer(200, Protocol.JSON.contentType, Protocol.json(body), Map.of(), OK);
    }

    public static Answer xml(String xml) {
        return new Answer(200, Protocol.QUERY.contentType, Xml.bytes(xml), Map.of(), OK);
    }

    public static Answer refusal(int status, String contentType, String code, byte[] body,
            Map<String, String> headers) {
        return new Answer(status, contentType, body, headers, code);
    }

    /// No answer: the caller finds its connection closed.
    public static Answer lost(String outcome) {
        return new Answer(0, "", new byte[0], Map.of(), outcome);
    }

    public boolean isLost() {
        return status == 0;
    }
}
