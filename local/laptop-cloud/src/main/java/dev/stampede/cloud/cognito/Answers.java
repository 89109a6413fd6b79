package dev.stampede.cloud.cognito;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.cognito.Identity.Reply;
import java.util.function.UnaryOperator;

/// Cognito's answers and refusals, in its words.
final class Answers {

    private Answers() {}

    static Reply empty() {
        return of(body -> body);
    }

    static Reply of(UnaryOperator<ObjectNode> body) {
        return new Reply(200, body.apply(LocalIdentity.JSON.createObjectNode()));
    }

    static Reply refusal(String type, String message) {
        return new Reply(400, LocalIdentity.JSON.createObjectNode().put("__type", type).put("message", message));
    }

    /// Not the caller's fault.
    static Reply failure(String type, String message) {
        return new Reply(500, LocalIdentity.JSON.createObjectNode().put("__type", type).put("message", message));
    }

    static Reply invalid(String message) {
        return refusal("InvalidParameterException", message);
    }

    static Reply notAuthorized(String message) {
        return refusal("NotAuthorizedException", message);
    }

    static Reply tooOften() {
        return refusal("LimitExceededException", "Attempt limit exceeded, please try after some time.");
    }

    static Reply noUser() {
        return refusal("UserNotFoundException", "User does not exist.");
    }

    static void attributes(ArrayNode list, Account account) {
        list.addObject().put("Name", "sub").put("Value", account.sub);
        list.addObject().put("Name", "email").put("Value", account.email);
        list.addObject().put("Name", "email_verified").put("Value", String.valueOf(account.confirmed));
    }

    /// Where a code goes, as much of it as everybody may see.
    static ObjectNode delivery(ObjectNode body, String address) {
        int at = Math.max(0, address.lastIndexOf('@'));
        String masked = address.substring(0, Math.min(1, at)) + "***@"
                + address.substring(Math.min(at + 1, address.length()), Math.min(at + 2, address.length())) + "***";
        body.putObject("CodeDeliveryDetails")
                .put("AttributeName", "email")
                .put("DeliveryMedium", "EMAIL")
                .put("Destination", masked);
        return body;
    }
}
