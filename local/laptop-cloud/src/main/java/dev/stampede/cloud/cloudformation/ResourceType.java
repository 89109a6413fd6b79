package dev.stampede.cloud.cloudformation;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every resource type the laptop cloud knows, and what `Ref` and `Arn` of it give
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html).
/// In the patterns `%s` is the physical name. A template with any other type is refused.
enum ResourceType {
    API("AWS::ApiGatewayV2::Api", "%s", ""), API_AUTHORIZER("AWS::ApiGatewayV2::Authorizer", "%s", ""), API_INTEGRATION(
            "AWS::ApiGatewayV2::Integration", "%s", ""), API_ROUTE("AWS::ApiGatewayV2::Route", "%s", ""), API_STAGE(
                    "AWS::ApiGatewayV2::Stage", "%s", ""), CDN_CACHE_POLICY("AWS::CloudFront::CachePolicy", "%s",
                            ""), CDN_DISTRIBUTION("AWS::CloudFront::Distribution", "%s", ""), CDN_FUNCTION(
                                    "AWS::CloudFront::Function", "arn:aws:cloudfront::000000000000:function/%s",
                                    "arn:aws:cloudfront::000000000000:function/%s"), CDN_ORIGIN_ACCESS_CONTROL(
                                            "AWS::CloudFront::OriginAccessControl", "%s",
                                            ""), CDN_ORIGIN_REQUEST_POLICY("AWS::CloudFront::OriginRequestPolicy", "%s",
                                                    ""), CDN_RESPONSE_HEADERS_POLICY(
                                                            "AWS::CloudFront::ResponseHeadersPolicy", "%s",
                                                            ""), CDK_METADATA("AWS::CDK::Metadata", "%s",
                                                                    ""), CERTIFICATE(
                                                                            "AWS::CertificateManager::Certificate",
                                                                            "%s", "%s"), ALARM("AWS::CloudWatch::Alarm",
                                                                                    "%s",
                                                                                    "arn:aws:cloudwatch:us-east-1:000000000000:alarm:%s"), DASHBOARD(
                                                                                            "AWS::CloudWatch::Dashboard",
                                                                                            "%s", ""), USER_POOL(
                                                                                                    "AWS::Cognito::UserPool",
                                                                                                    "us-east-1_%s",
                                                                                                    "arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_%s"), USER_POOL_CLIENT(
                                                                                                            "AWS::Cognito::UserPoolClient",
                                                                                                            "%s",
                                                                                                            ""), USER_POOL_DOMAIN(
                                                                                                                    "AWS::Cognito::UserPoolDomain",
                                                                                                                    "%s",
                                                                                                                    ""), USER_POOL_GROUP(
                                                                                                                            "AWS::Cognito::UserPoolGroup",
                                                                                                                            "%s",
                                                                                                                            ""), SITE_DEPLOYMENT(
                                                                                                                                    "Custom::CDKBucketDeployment",
                                                                                                                                    "%s",
                                                                                                                                    ""), BUCKET_CLEANUP(
                                                                                                                                            "Custom::S3AutoDeleteObjects",
                                                                                                                                            "%s",
                                                                                                                                            ""), LOG_RETENTION(
                                                                                                                                                    "Custom::LogRetention",
                                                                                                                                                    "%s",
                                                                                                                                                    ""), TABLE(
                                                                                                                                                            "AWS::DynamoDB::Table",
                                                                                                                                                            "%s",
                                                                                                                                                            "arn:aws:dynamodb:us-east-1:000000000000:table/%s"), RULE(
                                                                                                                                                                    "AWS::Events::Rule",
                                                                                                                                                                    "%s",
                                                                                                                                                                    "arn:aws:events:us-east-1:000000000000:rule/%s"), SCHEDULE(
                                                                                                                                                                            "AWS::Scheduler::Schedule",
                                                                                                                                                                            "%s",
                                                                                                                                                                            "arn:aws:scheduler:us-east-1:000000000000:schedule/default/%s"), MANAGED_POLICY(
                                                                                                                                                                                    "AWS::IAM::ManagedPolicy",
                                                                                                                                                                                    "arn:aws:iam::000000000000:policy/%s",
                                                                                                                                                                                    "arn:aws:iam::000000000000:policy/%s"), POLICY(
                                                                                                                                                                                            "AWS::IAM::Policy",
                                                                                                                                                                                            "%s",
                                                                                                                                                                                            ""), ROLE(
                                                                                                                                                                                                    "AWS::IAM::Role",
                                                                                                                                                                                                    "%s",
                                                                                                                                                                                                    "arn:aws:iam::000000000000:role/%s"), KEY(
                                                                                                                                                                                                            "AWS::KMS::Key",
                                                                                                                                                                                                            "%s",
                                                                                                                                                                                                            "arn:aws:kms:us-east-1:000000000000:key/%s"), ALIAS(
                                                                                                                                                                                                                    "AWS::Lambda::Alias",
                                                                                                                                                                                                                    "",
                                                                                                                                                                                                                    ""), EVENT_INVOKE_CONFIG(
                                                                                                                                                                                                                            "AWS::Lambda::EventInvokeConfig",
                                                                                                                                                                                                                            "%s",
                                                                                                                                                                                                                            ""), EVENT_SOURCE_MAPPING(
                                                                                                                                                                                                                                    "AWS::Lambda::EventSourceMapping",
                                                                                                                                                                                                                                    "%s",
                                                                                                                                                                                                                                    ""), FUNCTION(
                                                                                                                                                                                                                                            "AWS::Lambda::Function",
                                                                                                                                                                                                                                            "%s",
                                                                                                                                                                                                                                            "arn:aws:lambda:us-east-1:000000000000:function:%s"), LAYER(
                                                                                                                                                                                                                                                    "AWS::Lambda::LayerVersion",
                                                                                                                                                                                                                                                    "arn:aws:lambda:us-east-1:000000000000:layer:%s:1",
                                                                                                                                                                                                                                                    ""), FUNCTION_PERMISSION(
                                                                                                                                                                                                                                                            "AWS::Lambda::Permission",
                                                                                                                                                                                                                                                            "%s",
                                                                                                                                                                                                                                                            ""), VERSION(
                                                                                                                                                                                                                                                                    "AWS::Lambda::Version",
                                                                                                                                                                                                                                                                    "",
                                                                                                                                                                                                                                                                    ""), LOG_GROUP(
                                                                                                                                                                                                                                                                            "AWS::Logs::LogGroup",
                                                                                                                                                                                                                                                                            "%s",
                                                                                                                                                                                                                                                                            "arn:aws:logs:us-east-1:000000000000:log-group:%s:*"), BUCKET(
                                                                                                                                                                                                                                                                                    "AWS::S3::Bucket",
                                                                                                                                                                                                                                                                                    "%s",
                                                                                                                                                                                                                                                                                    "arn:aws:s3:::%s"), BUCKET_POLICY(
                                                                                                                                                                                                                                                                                            "AWS::S3::BucketPolicy",
                                                                                                                                                                                                                                                                                            "%s",
                                                                                                                                                                                                                                                                                            ""), SECRET(
                                                                                                                                                                                                                                                                                                    "AWS::SecretsManager::Secret",
                                                                                                                                                                                                                                                                                                    "arn:aws:secretsmanager:us-east-1:000000000000:secret:%s",
                                                                                                                                                                                                                                                                                                    "arn:aws:secretsmanager:us-east-1:000000000000:secret:%s"), SUBSCRIPTION(
                                                                                                                                                                                                                                                                                                            "AWS::SNS::Subscription",
                                                                                                                                                                                                                                                                                                            "arn:aws:sns:us-east-1:000000000000:%s",
                                                                                                                                                                                                                                                                                                            ""), TOPIC(
                                                                                                                                                                                                                                                                                                                    "AWS::SNS::Topic",
                                                                                                                                                                                                                                                                                                                    "arn:aws:sns:us-east-1:000000000000:%s",
                                                                                                                                                                                                                                                                                                                    "arn:aws:sns:us-east-1:000000000000:%s"), TOPIC_POLICY(
                                                                                                                                                                                                                                                                                                                            "AWS::SNS::TopicPolicy",
                                                                                                                                                                                                                                                                                                                            "%s",
                                                                                                                                                                                                                                                                                                                            ""), QUEUE(
                                                                                                                                                                                                                                                                                                                                    "AWS::SQS::Queue",
                                                                                                                                                                                                                                                                                                                                    "",
                                                                                                                                                                                                                                                                                                                                    "arn:aws:sqs:us-east-1:000000000000:%s"), QUEUE_POLICY(
                                                                                                                                                                                                                                                                                                                                            "AWS::SQS::QueuePolicy",
                                                                                                                                                                                                                                                                                                                                            "%s",
                                                                                                                                                                                                                                                                                                                                            "");

    private static final Map<String, ResourceType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(type -> type.typeName, Function.identity()));

    final String typeName;
    final String refPattern;
    final String arnPattern;

    ResourceType(String typeName, String refPattern, String arnPattern) {
        this.typeName = typeName;
        this.refPattern = refPattern;
        this.arnPattern = arnPattern;
    }

    static ResourceType of(String typeName, String logicalId, String stack) {
        ResourceType type = BY_NAME.get(typeName);
        if (type == null) {
            throw new UnsupportedTemplateException("The laptop cloud does not know the resource type " + typeName
                    + " (" + logicalId + " in " + stack + "). Add it to ResourceType, or leave the resource out.");
        }
        return type;
    }
}
