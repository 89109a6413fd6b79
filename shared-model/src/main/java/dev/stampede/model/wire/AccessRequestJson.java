package dev.stampede.model.wire;

import dev.stampede.model.AccessRequest;

/// A guest's request for a code, as it waits in its queue.
public final class AccessRequestJson {

    private AccessRequestJson() {}

    public static String write(AccessRequest request) {
        return Json.write(Json.object(
                "requestId", request.requestId(),
                "orderId", request.orderId(),
                "email", request.email(),
                "code", request.code(),
                "codeHash", request.codeHash(),
                "requestedAt", Timestamps.format(request.requestedAt())));
    }

    /// @throws RuntimeException where the text is none
    public static AccessRequest read(String text) {
        JsonObject json = Json.readObject(text);
        return new AccessRequest(json.string("requestId"), json.string("orderId"), json.string("email"),
                json.string("code"), json.string("codeHash"), json.instant("requestedAt"));
    }
}
