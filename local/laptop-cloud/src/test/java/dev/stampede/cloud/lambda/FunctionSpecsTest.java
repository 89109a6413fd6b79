package dev.stampede.cloud.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stampede.cloud.cloudformation.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionSpecsTest {

    @TempDir
    Path assembly;

    @Test
    void readsJavaFunctionsAndTellsWhichOthersThereAre() throws IOException {
        write("manifest.json", """
                {"artifacts": {
                  "Shop": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "Shop.template.json"}},
                  "Shop.assets": {"type": "cdk:asset-manifest", "properties": {"file": "Shop.assets.json"}}}}""");
        write("Shop.assets.json", """
                {"files": {"abc": {"source": {"path": "asset.abc.jar"}}}}""");
        write("Shop.template.json",
                """
                        {"Resources": {
                          "PaymentRole12345678": {"Type": "AWS::IAM::Role", "Properties": {}},
                          "PaymentABCDEF01": {"Type": "AWS::Lambda::Function", "Properties": {
                            "Runtime": "java25", "Handler": "dev.stampede.payment.PaymentHandler", "MemorySize": 512, "Timeout": 10,
                            "Code": {"S3Bucket": "assets", "S3Key": "abc.jar"},
                            "Role": {"Fn::GetAtt": ["PaymentRole12345678", "Arn"]},
                            "ReservedConcurrentExecutions": 5,
                            "Environment": {"Variables": {"STAGE": "dev"}}}},
                          "PlainABCDEF02": {"Type": "AWS::Lambda::Function", "Properties": {
                            "Runtime": "java21", "Handler": "a.B::handle", "Code": {"S3Key": "abc.jar"}, "Role": "arn"}},
                          "HelperABCDEF03": {"Type": "AWS::Lambda::Function", "Properties": {
                            "Runtime": "python3.13", "Handler": "index.handler", "Code": {"ZipFile": "pass"}, "Role": "arn"}}}}""");

        FunctionSpecs specs = FunctionSpecs.from(Template.read(
                assembly,
                new Template.Addresses(URI.create("http://127.0.0.1:4566"), URI.create("http://127.0.0.1:8080"))));

        assertThat(specs.skipped()).containsExactly("Helper");
        assertThat(specs.functions()).containsExactly(
                new FunctionSpec(
                        "Payment",
                        "arn:aws:lambda:us-east-1:000000000000:function:Payment",
                        assembly.resolve("asset.abc.jar"),
                        "dev.stampede.payment.PaymentHandler",
                        512,
                        Duration.ofSeconds(10),
                        "arn:aws:iam::000000000000:role/PaymentRole",
                        Map.of("STAGE", "dev"),
                        OptionalInt.of(5)),
                new FunctionSpec(
                        "Plain",
                        "arn:aws:lambda:us-east-1:000000000000:function:Plain",
                        assembly.resolve("asset.abc.jar"),
                        "a.B::handle",
                        128,
                        Duration.ofSeconds(3),
                        "arn",
                        Map.of(),
                        OptionalInt.empty()));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(assembly.resolve(file), text);
    }
}
