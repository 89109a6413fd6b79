package dev.stampede.cloud.cognito;

import dev.stampede.cloud.gateway.Answer;
import dev.stampede.cloud.gateway.Api;
import dev.stampede.cloud.gateway.AwsRequest;
import dev.stampede.cloud.gateway.Protocol;
import dev.stampede.cloud.iam.Access;
import java.util.List;
import java.util.Map;

/// Those of Cognito's operations that a policy has to allow, each on its user pool.
public final class CognitoApi implements Api {

    private static final String POOL_ARN = "arn:aws:cognito-idp:us-east-1:000000000000:userpool/";

    private final Identity identity;

    public CognitoApi(Identity identity) {
        this.identity = identity;
    }

    @Override
    public List<Access> accesses(AwsRequest request) {
        return List.of(new Access("cognito-idp:" + request.operation(), POOL_ARN + request.text("UserPoolId")));
    }

    @Override
    public Answer throttled(AwsRequest request) {
        return request.refuse(400, "TooManyRequestsException", "Rate exceeded");
    }

    @Override
    public Answer handle(AwsRequest request) {
        Identity.Reply reply = identity.administer(request.operation(), request.json());
        return new Answer(reply.status(), "application/x-amz-json-1.1", Protocol.json(reply.body()), Map.of(),
                reply.status() == 200 ? Answer.OK : reply.body().path("__type").asText());
    }
}
