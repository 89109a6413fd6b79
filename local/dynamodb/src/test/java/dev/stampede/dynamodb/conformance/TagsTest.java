package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagsTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final TestTable TABLE =
            TABLES.create("{AttributeDefinitions: [{AttributeName: 'p', AttributeType: 'S'}],"
                    + " KeySchema: [{AttributeName: 'p', KeyType: 'HASH'}], Tags: [{Key: 'first', Value: '1'}]}");
    private static final String ARN = TABLE.description().get("TableArn").asText();

    private static JsonNode tags() {
        return Endpoint.call("ListTagsOfResource", "{ResourceArn: '" + ARN + "'}").get("Tags");
    }

    @Test
    void tagsAreSetReplacedAndRemoved() {
        Endpoint.call("TagResource",
                "{ResourceArn: '" + ARN + "', Tags: [{Key: 'first', Value: '2'}, {Key: 'größe', Value: ''}]}");

        assertThat(tags())
                .containsExactlyInAnyOrder(Json.json("{Key: 'first', Value: '2'}"),
                        Json.json("{Key: 'größe', Value: ''}"));

        Endpoint.call("UntagResource", "{ResourceArn: '" + ARN + "', TagKeys: ['first', 'absent']}");
        assertThat(tags()).containsExactly(Json.json("{Key: 'größe', Value: ''}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            TagResource   | {Tags: [{Key: 'a', Value: 'b'}]}  | Invalid TableArn
            TagResource   | {ResourceArn: '$arn'}             | 1 validation error detected: Value null at 'tags' failed to satisfy constraint: Member must not be null
            TagResource   | {ResourceArn: '$arn', Tags: []}   | Atleast one Tag needs to be provided as Input.
            UntagResource | {ResourceArn: '$arn', TagKeys: []}| Atleast one Tag Key needs to be provided as Input.
            TagResource   | {ResourceArn: '$arn/index/i', Tags: [{Key: 'a', Value: 'b'}]} | Invalid TableArn: Invalid ResourceArn provided as input $arn/index/i
            """)
    void whatCannotBeTaggedIsRefused(String operation, String request, String message) {
        assertThat(Endpoint.refused(operation, request.replace("$arn", ARN)))
                .hasToString("ValidationException: " + message.replace("$arn", ARN));
    }

    @Test
    void aTableThatIsNotThereHasNoTags() {
        String arn = ARN.replace("conformance", "nowhere");

        assertThat(Endpoint.refused("TagResource", "{ResourceArn: '" + arn + "', Tags: [{Key: 'a', Value: 'b'}]}"))
                .hasToString(
                        "ResourceNotFoundException: Requested resource not found: ResourcArn: " + arn + " not found");
    }
}
