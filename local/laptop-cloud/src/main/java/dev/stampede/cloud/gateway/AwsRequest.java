package dev.stampede.cloud.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.iam.Principal;
import java.util.Map;

/// One call of the endpoint.
///
/// @param service such as `sqs`
/// @param target  the header `X-Amz-Target`; empty outside the JSON protocol
/// @param path    of the URL, with its query
/// @param headers by name in lower case, those that a service reads
/// @param json    the body in the JSON protocol, otherwise missing
/// @param form    the body in the query protocol, otherwise empty
public record AwsRequest(
        String service,
        String operation,
        Protocol protocol,
        Principal caller,
        String target,
        String path,
        String contentType,
        Map<String, String> headers,
        byte[] body,
        JsonNode json,
        Form form) {

    /// The same call with another body.
    public AwsRequest with(JsonNode otherJson) {
        return new AwsRequest(service, operation, protocol, caller, target, path, contentType, headers,
                Protocol.json(otherJson), otherJson, form);
    }

    public Answer refuse(int status, String code, String message) {
        return protocol.error(status, code, message);
    }

    /// A parameter in whichever protocol; empty where there is none.
    public String text(String name) {
        return protocol == Protocol.QUERY ? form.text(name) : json.path(name).asText();
    }
}
