package dev.stampede.cloud.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateTest {

    private static final Template.Addresses ADDRESSES =
            new Template.Addresses(URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8080"));

    @TempDir
    private Path assembly;

    @Test
    void namesAResourceByItsLogicalIdWithoutTheHash() throws IOException {
        Template template = read("""
                {"Resources": {"OrdersA9B65338": {"Type": "AWS::DynamoDB::Table", "Properties": {}}}}""");

        Resource table = template.ofType("AWS::DynamoDB::Table").getFirst();
        assertThat(table.name()).isEqualTo("Orders");
        assertThat(table.arn()).isEqualTo("arn:aws:dynamodb:us-east-1:000000000000:table/Orders");
    }

    @Test
    void resolvesReferencesWhereverTheyStand() throws IOException {
        Template template = read("""
                {"Parameters": {"Size": {"Type": "Number", "Default": 256}},
                 "Conditions": {"IsUs": {"Fn::Equals": [{"Ref": "AWS::Region"}, "us-east-1"]}},
                 "Resources": {
                  "Jobs11111111": {"Type": "AWS::SQS::Queue"},
                  "Site22222222": {"Type": "AWS::CloudFront::Distribution"},
                  "Role33333333": {"Type": "AWS::IAM::Role"},
                  "Work44444444": {"Type": "AWS::Lambda::Function", "Properties": {
                    "Role": {"Fn::GetAtt": ["Role33333333", "Arn"]},
                    "MemorySize": {"Ref": "Size"},
                    "Description": {"Ref": "AWS::NoValue"},
                    "Environment": {"Variables": {
                      "QUEUE": {"Ref": "Jobs11111111"},
                      "QUEUE_ARN": {"Fn::GetAtt": "Jobs11111111.Arn"},
                      "SHOP": {"Fn::Join": ["", ["https://", {"Fn::GetAtt": ["Site22222222", "DomainName"]}]]},
                      "TEXT": {"Fn::Sub": ["${AWS::Region}-${Jobs11111111.QueueName}-${own}", {"own": "x"}]},
                      "PART": {"Fn::Select": [1, {"Fn::Split": [":", "a:b:c"]}]},
                      "WHERE": {"Fn::If": ["IsUs", "here", "there"]}}}}},
                  "Live55555555": {"Type": "AWS::Lambda::Alias", "Properties": {
                    "FunctionName": {"Ref": "Work44444444"}, "Name": "live"}},
                  "Feed66666666": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {
                    "FunctionName": {"Ref": "Live55555555"}}}}}""");

        Resource function = template.ofType("AWS::Lambda::Function").getFirst();
        assertThat(function.text("Role")).isEqualTo("arn:aws:iam::000000000000:role/Role");
        assertThat(function.integer("MemorySize", 0)).isEqualTo(256);
        assertThat(function.optionalText("Description")).isEmpty();
        assertThat(function.texts("Environment/Variables"))
                .containsEntry("QUEUE", "http://127.0.0.1:4566/000000000000/Jobs")
                .containsEntry("QUEUE_ARN", "arn:aws:sqs:us-east-1:000000000000:Jobs")
                .containsEntry("SHOP", "http://127.0.0.1:8080")
                .containsEntry("TEXT", "us-east-1-Jobs-x")
                .containsEntry("PART", "b")
                .containsEntry("WHERE", "here");
        assertThat(template.ofType("AWS::Lambda::EventSourceMapping").getFirst().text("FunctionName"))
                .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:Work:live");
    }

    @Test
    void resolvesWhatOneStackTakesFromAnother() throws IOException {
        Template template = read("""
                {"Resources": {"Orders11111111": {"Type": "AWS::DynamoDB::Table"}},
                 "Outputs": {
                   "Exported": {"Value": {"Ref": "Orders11111111"}, "Export": {"Name": "First:Orders"}},
                   "Published": {"Value": {"Fn::GetAtt": ["Orders11111111", "Arn"]}}}}""",
                """
                        {"Resources": {"Work22222222": {"Type": "AWS::Lambda::Function", "Properties": {"Environment": {"Variables": {
                           "TABLE": {"Fn::ImportValue": "First:Orders"},
                           "ARN": {"Fn::GetStackOutput": {"StackName": "Stack0", "OutputName": "Published"}}}}}}}}""");

        assertThat(template.ofType("AWS::Lambda::Function").getFirst().texts("Environment/Variables"))
                .containsEntry("TABLE", "Orders")
                .containsEntry("ARN", "arn:aws:dynamodb:us-east-1:000000000000:table/Orders");
    }

    @Test
    void leavesOutAResourceWhoseConditionDoesNotHold() throws IOException {
        Template template = read("""
                {"Conditions": {"InChina": {"Fn::Equals": [{"Ref": "AWS::Partition"}, "aws-cn"]}},
                 "Resources": {"Metadata": {"Type": "AWS::CDK::Metadata", "Condition": "InChina"}}}""");

        assertThat(template.ofType("AWS::CDK::Metadata")).isEmpty();
    }

    @Test
    void stopsAtAResourceTypeItDoesNotKnowAndNamesIt() {
        assertThatThrownBy(() -> read("""
                {"Resources": {"Cache12345678": {"Type": "AWS::ElastiCache::CacheCluster"}}}"""))
                .isInstanceOf(UnsupportedTemplateException.class)
                .hasMessageContaining("AWS::ElastiCache::CacheCluster")
                .hasMessageContaining("Cache12345678")
                .hasMessageContaining("Stack0");
    }

    @Test
    void saysWhatToDoWhenThereIsNoAssembly() {
        assertThatThrownBy(() -> Template.read(assembly.resolve("nowhere"), ADDRESSES))
                .hasMessageContaining("./stampede build");
    }

    private Template read(String... stacks) throws IOException {
        StringBuilder artifacts = new StringBuilder();
        for (int i = 0; i < stacks.length; i++) {
            Files.writeString(assembly.resolve("Stack%d.template.json".formatted(i)), stacks[i]);
            artifacts.append(i == 0 ? "" : ",")
                    .append("""
                            "Stack%1$d": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "Stack%1$d.template.json"}}
                            """
                            .formatted(i));
        }
        Files.writeString(assembly.resolve("manifest.json"), "{\"artifacts\": {" + artifacts + "}}");
        return Template.read(assembly, ADDRESSES);
    }
}
