package dev.stampede.cloud.sts;

import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.cloud.gateway.Answer;
import dev.stampede.cloud.gateway.Api;
import dev.stampede.cloud.gateway.AwsRequest;
import dev.stampede.cloud.gateway.Xml;
import dev.stampede.cloud.iam.Access;
import java.util.List;

/// Says who the caller is; that needs no permission.
public final class StsApi implements Api {

    @Override
    public List<Access> accesses(AwsRequest request) {
        return List.of();
    }

    @Override
    public Answer handle(AwsRequest request) {
        if (!request.operation().equals("GetCallerIdentity")) {
            return request.refuse(400, "InvalidAction", "The laptop cloud does not serve sts:" + request.operation());
        }
        return Answer.xml(Xml.response("https://sts.amazonaws.com/doc/2011-06-15/", "GetCallerIdentity",
                Xml.element("Arn", request.caller().arn()) + Xml.element("UserId", "AIDA:" + request.caller().session())
                        + Xml.element("Account", Template.ACCOUNT)));
    }
}
