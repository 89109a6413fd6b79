package dev.stampede.infra;

import java.util.List;

/// A finding of cdk-nag that stays: the rule, which constructs, how many findings, and why each of them is right as it
/// is.
///
/// `appliesTo` names the very permissions that are excused; a new one on the same construct is found again.
record Suppression(String rule, String path, int findings, String reason, List<String> appliesTo) {
    private static final String UPLOADER = "Storefront/Custom::CDKBucketDeployment\\w+";
    private static final String DEAD_LETTERS = "(Ordering|Mail)/\\w+DeadLetters/Resource";

    /// Those of every stage.
    static List<Suppression> everywhere() {
        return List.of(
                of("AwsSolutions-APIG4",
                        "Api/Shop/(GET|HEAD)--((products|categories)(--\\{id\\})?|sitemap.xml)/Resource",
                        10,
                        "The catalogue is public: shoppers look before they sign in."),
                of("AwsSolutions-APIG4", "Api/Shop/(GET|HEAD)--health/Resource", 2,
                        "A probe has no identity, and the answer says nothing but that the function runs."),
                of("AwsSolutions-APIG4", "Api/Shop/POST--orders/Resource", 1,
                        "Guests may buy. The route is throttled on its own, and prices come from the catalogue."),
                of("AwsSolutions-APIG4", "Api/Shop/POST--products--\\{id\\}--restock-notice/Resource", 1,
                        "Guests may ask to be told. The route is throttled on its own, and an address is noted a few times a month at most."),
                of("AwsSolutions-APIG4",
                        "Api/Shop/((GET|HEAD)--orders--\\{id\\}|POST--orders--\\{id\\}--(cancel|return))/Resource", 4,
                        "The function itself asks for the receipt token, an HMAC over the order id, which guests have and no authorizer knows."),
                of("AwsSolutions-APIG4", "Api/Shop/POST--cart/Resource", 1,
                        "A guest's cart begins with an id and its token; nothing is written."),
                of("AwsSolutions-APIG4", "Api/Shop/((GET|HEAD)--cart--\\{id\\}|POST--checkout--\\{cartId\\}"
                        + "|POST--cart--\\{id\\}--items|(PUT|DELETE)--cart--\\{id\\}--items--\\{itemId\\})/Resource", 6,
                        "The function itself asks for the cart's token, an HMAC over its id, which guests have and no authorizer knows."),
                of("AwsSolutions-APIG4", "Api/Shop/POST--orders--\\{id\\}--access(-code)?/Resource", 2,
                        "For guests who lost the receipt. What opens the order is a code mailed to its address; tries are counted by address and place."),
                of("AwsSolutions-CFR1", "Storefront/Distribution/Resource", 1,
                        "The shop sells to any country; an operator who does not adds the restriction here."),
                of("AwsSolutions-CFR2", "Storefront/Distribution/Resource", 1,
                        "A web ACL costs per rule and request and limits by address only. Throttles per route hold the load; the runbook says how to add one."),
                of("AwsSolutions-COG2", "Storage/Users/Resource", 1,
                        "A shopper may use a second factor and need not; whoever forces it sells less."),
                of("AwsSolutions-COG3", "Storage/Users/Resource", 1,
                        "Threat protection needs Cognito's Plus plan, paid per active user. Unknown users get the same answer as wrong passwords."),
                of("AwsSolutions-SMG4", "Storage/ReceiptSecret/Resource", 1,
                        "A new key makes every receipt and cart token given out unreadable. It is changed by the runbook when it leaks, not by a clock."),
                of("AwsSolutions-SMG4", "Storage/OriginSecret/Resource", 1,
                        "CloudFront and the functions get it when they are deployed. A clock that changed it would shut the shop until then."),
                of("AwsSolutions-SQS3", "(Ordering|Mail)/\\w*(Subscription|Stream)DeadLetters/Resource", 6,
                        "These are dead letters: of a subscription or a stream mapping, which the rule does not look at."),
                of("Serverless-SQSRedrivePolicy", DEAD_LETTERS, 15,
                        "These are dead letters, the end of the way. A first message raises an alarm."),
                of("Serverless-LambdaDLQ", "(Ordering|Mail)/(?!SweepOrders|NotifyRestocked)\\w+/Resource", 44,
                        "Invoked by HTTP, or by a queue or stream with dead letters of its own. Only SweepOrders and NotifyRestocked are invoked asynchronously, and have them."),
                of("Serverless-LambdaEventSourceMappingDestination", "(Ordering|Mail)/\\w+/Aliaslive/SqsEventSource.*",
                        7,
                        "A queue's failures go where its redrive policy says; a mapping of a queue has no destination."),
                of("Serverless-LambdaTracing", "(Ordering|Mail)/\\w+/Resource", 46,
                        "Traces travel as traceparent through every hop, also those X-Ray does not see: docs/decisions/0002."),
                of("AwsSolutions-IAM5", "Ordering/StreamProcessorRole/DefaultPolicy/Resource", 1,
                        "ListStreams takes no resource; reading is granted on the one stream.", "Resource::*"),
                of("AwsSolutions-IAM4", UPLOADER + "/ServiceRole/Resource", 1,
                        "The CDK's own uploader, which runs during a deployment only.",
                        "Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"),
                of("AwsSolutions-L1", UPLOADER + "/Resource", 1, "The CDK chooses the runtime of its own uploader."),
                of("Serverless-LambdaLatestVersion", UPLOADER + "/Resource", 1,
                        "The CDK chooses the runtime of its own uploader."),
                of("Serverless-LambdaDLQ", UPLOADER + "/Resource", 1,
                        "CloudFormation invokes the uploader and waits for its answer."),
                of("Serverless-LambdaTracing", UPLOADER + "/Resource", 1,
                        "Nobody follows a request through a deployment's uploader."));
    }

    /// The uploader may read the CDK's assets, whose bucket is named differently where the account is known, and write
    /// the site.
    static Suppression uploader(String assets) {
        return of("AwsSolutions-IAM5", UPLOADER + "/ServiceRole/DefaultPolicy/Resource", 7,
                "What the CDK's uploader needs, on the assets' bucket and the site's only.",
                "Action::s3:GetBucket*", "Action::s3:GetObject*", "Action::s3:List*", "Action::s3:Abort*",
                "Action::s3:DeleteObject*",
                "Resource::" + assets + "/*", "Resource::<SiteE53D7754.Arn>/*");
    }

    /// Those of a stage without a domain.
    static Suppression withoutDomain() {
        return of("AwsSolutions-CFR4", "Storefront/Distribution/Resource", 1,
                "The certificate of CloudFront's own domain allows old TLS. A domain of the shop's own does not: see the prod template.");
    }

    private static Suppression of(String rule, String path, int findings, String reason, String... appliesTo) {
        return new Suppression(rule, path, findings, reason, List.of(appliesTo));
    }
}
