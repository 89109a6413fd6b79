package dev.stampede.cloud.gateway;

import dev.stampede.cloud.fault.CallFault.Spot;
import dev.stampede.cloud.iam.Access;
import dev.stampede.cloud.iam.IdentityPolicies;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One service of AWS.
public interface Api {

    /// What the caller must be allowed for this call
    /// (https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html).
    List<Access> accesses(AwsRequest request);

    Answer handle(AwsRequest request);

    /// The names of what a call is on, for the meter and the journal, in the order it names them.
    default String resource(AwsRequest request) {
        return accesses(request).stream()
                .map(Access::resource)
                .map(arn -> arn.replaceFirst("^arn:[^:]*:[^:]*:[^:]*:[^:]*:", "")
                        .replaceFirst("^(?:table|secret|function)[/:]", "")
                        .replaceFirst("/stream/.*", " stream"))
                .distinct()
                .collect(Collectors.joining("+"));
    }

    /// Empty when the caller may do all of it; otherwise the sentence of the first refusal.
    default Optional<String> refusal(AwsRequest request, IdentityPolicies policies) {
        return accesses(request).stream()
                .flatMap(access -> policies.refusal(request.caller(), access).stream())
                .findFirst();
    }

    default Answer denied(AwsRequest request, String sentence) {
        return request.refuse(request.protocol() == Protocol.REST_JSON ? 403 : 400, "AccessDeniedException", sentence);
    }

    default Answer throttled(AwsRequest request) {
        return request.refuse(400, "ThrottlingException", "Rate exceeded");
    }

    /// @param spot which part of the call is too much, where a refusal tells
    default Answer throttled(AwsRequest request, Spot spot) {
        return throttled(request);
    }

    /// @param spot which part of the call meets another transaction; only DynamoDB has them
    default Answer conflicted(AwsRequest request, Spot spot) {
        return handle(request);
    }
}
