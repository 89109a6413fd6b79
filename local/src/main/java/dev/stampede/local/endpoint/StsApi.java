package dev.stampede.local.endpoint;

import dev.stampede.local.iam.Access;
import dev.stampede.local.template.Template;
import java.util.List;

/// Says who the caller is; that needs no permission.
final class StsApi implements Api {

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
