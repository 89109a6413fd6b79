package dev.stampede.cloud.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.UUID;

/// How a service is spoken to, and how it says no (https://smithy.io/2.0/aws/protocols/index.html).
public enum Protocol {
    JSON("application/x-amz-json-1.0") {
        @Override
        public Answer error(int status, String code, String message) {
            return Answer.refusal(status, contentType, code, json(Map.of(
                    "__type", "com.amazon.coral.service#" + code, "message", message)), Map.of());
        }
    },
    QUERY("text/xml") {
        @Override
        public Answer error(int status, String code, String message) {
            String xml = "<ErrorResponse><Error><Type>" + (status < 500 ? "Sender" : "Receiver") + "</Type>"
                    + Xml.element("Code", code) + Xml.element("Message", message) + "</Error>"
                    + Xml.element("RequestId", UUID.randomUUID().toString()) + "</ErrorResponse>";
            return Answer.refusal(status, contentType, code, Xml.bytes(xml), Map.of());
        }
    },
    REST_JSON("application/json") {
        @Override
        public Answer error(int status, String code, String message) {
            return Answer.refusal(status, contentType, code, json(Map.of("Message", message)),
                    Map.of("x-amzn-errortype", code));
        }
    };

    public static final ObjectMapper MAPPER = new ObjectMapper();

    public final String contentType;

    Protocol(String contentType) {
        this.contentType = contentType;
    }

    public abstract Answer error(int status, String code, String message);

    public static byte[] json(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
