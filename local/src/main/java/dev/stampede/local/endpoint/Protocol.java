package dev.stampede.local.endpoint;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;

/// How a service is spoken to, and how it says no (https://smithy.io/2.0/aws/protocols/index.html).
enum Protocol {
    JSON("application/x-amz-json-1.0") {
        @Override
        Answer error(int status, String code, String message) {
            return Answer.refusal(status, contentType, code, json(Map.of(
                    "__type", "com.amazon.coral.service#" + code, "message", message)), Map.of());
        }
    },
    QUERY("text/xml") {
        @Override
        Answer error(int status, String code, String message) {
            String xml = "<ErrorResponse><Error><Type>" + (status < 500 ? "Sender" : "Receiver") + "</Type>"
                    + Xml.element("Code", code) + Xml.element("Message", message) + "</Error>"
                    + Xml.element("RequestId", UUID.randomUUID().toString()) + "</ErrorResponse>";
            return Answer.refusal(status, contentType, code, Xml.bytes(xml), Map.of());
        }
    },
    REST_JSON("application/json") {
        @Override
        Answer error(int status, String code, String message) {
            return Answer.refusal(status, contentType, code, json(Map.of("Message", message)),
                    Map.of("x-amzn-errortype", code));
        }
    };

    static final ObjectMapper MAPPER = new ObjectMapper();

    final String contentType;

    Protocol(String contentType) {
        this.contentType = contentType;
    }

    abstract Answer error(int status, String code, String message);

    static byte[] json(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
