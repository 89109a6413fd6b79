package dev.stampede.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stampede.cloud.cloudformation.Resource;
import dev.stampede.cloud.cloudformation.Template;
import dev.stampede.testing.Cloud;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The tables that contracts of adapters run on, against the template that the shop is deployed from. Without a build
/// there is none; in CI there is.
class ContractTablesTest {

    private static final Path SYNTHESIZED = Path.of("../../cdk.out");

    @Test
    void theTablesOfTheContractsAreTheTablesOfTheShop() {
        Assumptions.assumeTrue(
                Files.exists(SYNTHESIZED.resolve("manifest.json")) || System.getenv("CI") != null,
                "there is no synthesized template");
        URI nowhere = URI.create("http://127.0.0.1:1");
        Template shop = Template.read(SYNTHESIZED, new Template.Addresses(nowhere, nowhere));

        assertThat(tables(Cloud.template())).isEqualTo(tables(shop));
    }

    /// Keys, indexes and the types of their attributes, by table.
    private static Map<String, Set<JsonNode>> tables(Template template) {
        return template.ofType("AWS::DynamoDB::Table").stream().collect(Collectors.toMap(
                Resource::name,
                table -> Stream.of("KeySchema", "GlobalSecondaryIndexes", "AttributeDefinitions")
                        .flatMap(property -> StreamSupport.stream(table.at(property).spliterator(), false))
                        .collect(Collectors.toSet()),
                (one, _) -> one,
                TreeMap::new));
    }
}
