package dev.stampede.dynamodb.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Items that expire.
class TimeToLiveTest {

    @RegisterExtension
    static final Tables TABLES = new Tables();

    private static final String ON = "{TimeToLiveSpecification: {Enabled: true, AttributeName: 'until'}}";

    @Test
    void itIsTurnedOnOnce() {
        TestTable table = TABLES.byHash();

        assertThat(table.call("DescribeTimeToLive", "{}").at("/TimeToLiveDescription/TimeToLiveStatus").asText())
                .isEqualTo("DISABLED");
        assertThat(table.call("UpdateTimeToLive", ON).get("TimeToLiveSpecification"))
                .isEqualTo(Json.json("{Enabled: true, AttributeName: 'until'}"));
        assertThat(table.call("DescribeTimeToLive", "{}").get("TimeToLiveDescription").toString())
                .contains("ENABL", "until");
        assertThat(table.refused("UpdateTimeToLive", ON).code()).isEqualTo("ValidationException");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {TimeToLiveSpecification: {Enabled: false, AttributeName: 'until'}} | TimeToLive is already disabled
            {TimeToLiveSpecification: {Enabled: true}}                          | Value null at 'timeToLiveSpecification.attributeName'
            {TimeToLiveSpecification: {Enabled: true, AttributeName: ''}}       | Member must have length greater than or equal to 1
            """)
    void whatCannotBeTurnedOnOrOffIsRefused(String request, String message) {
        TestTable table = TABLES.byHash();

        Refusal refusal = table.refused("UpdateTimeToLive", request);

        assertThat(refusal.code()).isEqualTo("ValidationException");
        assertThat(refusal.message()).contains(message);
    }

    @Test
    void whatHasExpiredIsDeletedByTheService() {
        assumeTrue(Endpoint.CLOCK != null, "waits for up to two days");
        TestTable table = TABLES.create("{AttributeDefinitions: [{AttributeName: 'p', AttributeType: 'S'}],"
                + " KeySchema: [{AttributeName: 'p', KeyType: 'HASH'}],"
                + " StreamSpecification: {StreamEnabled: true, StreamViewType: 'OLD_IMAGE'}}");
        table.call("UpdateTimeToLive", ON);
        Instant now = Endpoint.CLOCK.instant();
        table.put("{p: {S: 'past'}, until: {N: '" + now.minusSeconds(60).getEpochSecond() + "'}}");
        table.put("{p: {S: 'future'}, until: {N: '" + now.plus(Duration.ofDays(9)).getEpochSecond() + "'}}");
        table.put("{p: {S: 'ancient'}, until: {N: '1'}}");
        table.put("{p: {S: 'text'}, until: {S: '1'}}");

        Endpoint.ENGINE.expire();

        assertThat(table.get("{p: {S: 'past'}}")).isNull();
        assertThat(table.call("Scan", "{}").get("Count").asInt()).isEqualTo(3);
        JsonNode removal = lastRecord(table);
        assertThat(removal.get("eventName").asText()).isEqualTo("REMOVE");
        assertThat(removal.get("userIdentity"))
                .isEqualTo(Json.json("{Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com'}"));
    }

    private static JsonNode lastRecord(TestTable table) {
        String arn = table.description().get("LatestStreamArn").asText();
        JsonNode found = null;
        for (JsonNode shard : Endpoint.call("DescribeStream", "{StreamArn: '" + arn + "'}")
                .at("/StreamDescription/Shards")) {
            String iterator = Endpoint.call("GetShardIterator", "{StreamArn: '" + arn + "', ShardId: '"
                    + shard.get("ShardId").asText() + "', ShardIteratorType: 'TRIM_HORIZON'}")
                    .get("ShardIterator")
                    .asText();
            for (JsonNode record : Endpoint.call("GetRecords", "{ShardIterator: '" + iterator + "'}").get("Records")) {
                if (record.get("eventName").asText().equals("REMOVE")) {
                    found = record;
                }
            }
        }
        return found;
    }
}
