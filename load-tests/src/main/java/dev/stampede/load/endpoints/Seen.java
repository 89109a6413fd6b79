package dev.stampede.load.endpoints;

import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.responseTimeInMillis;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/// What the latest answer told a shopper, by the names under which the session holds it.
public final class Seen {

    public static final String STATUS = "seenStatus";
    public static final String MILLIS = "seenMillis";
    public static final String CODE = "seenCode";
    public static final String ORDER = "seenOrder";
    public static final String RECEIPT = "seenReceipt";
    public static final String STATE = "seenState";
    public static final String RETRY_AFTER = "seenRetryAfter";

    private Seen() {}

    /// What a check does not find stays as it was: so all is forgotten before the next request.
    public static Session forgotten(Session session) {
        return session.removeAll(STATUS, MILLIS, CODE, ORDER, RECEIPT, STATE, RETRY_AFTER);
    }

    static HttpRequestActionBuilder noted(HttpRequestActionBuilder request) {
        return request
                .check(
                        status().saveAs(STATUS),
                        responseTimeInMillis().saveAs(MILLIS),
                        header("Retry-After").optional().saveAs(RETRY_AFTER))
                // A gateway in the way may answer 502 with a page: that is a failed request, not broken JSON.
                .checkIf((response, session) -> response.status().code() < 500)
                .then(
                        jsonPath("$.error.code").optional().saveAs(CODE),
                        jsonPath("$.data.orderId").optional().saveAs(ORDER),
                        jsonPath("$.data.receiptToken").optional().saveAs(RECEIPT),
                        jsonPath("$.data.status").optional().saveAs(STATE));
    }
}
