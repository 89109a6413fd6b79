package dev.stampede.local.endpoint;

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

    boolean isLost() {
        return status == 0;
    }
}
