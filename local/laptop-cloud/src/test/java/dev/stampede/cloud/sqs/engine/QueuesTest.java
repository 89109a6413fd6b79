package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stampede.cloud.sqs.engine.SqsException.Code;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueuesTest {

    private final Account account = Account.inMemory();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void aQueueIsKnownByItsUrlAndItsArn() {
        account.queue("jobs");

        assertThat(account.call("GetQueueUrl", "{'QueueName':'jobs'}").get("QueueUrl").asText())
                .isEqualTo("http://127.0.0.1:4567/000000000000/jobs");
        assertThat(account
                .call("GetQueueAttributes", "{'QueueUrl':'http://any/000000000000/jobs','AttributeNames':['QueueArn']}")
                .get("Attributes"))
                .isEqualTo(Account.json("{'QueueArn':'arn:aws:sqs:us-east-1:000000000000:jobs'}"));
        account.refused(Code.QUEUE_DOES_NOT_EXIST, "GetQueueUrl", "{'QueueName':'none'}");
    }

    @Test
    void anAttributeThatNobodySetIsWhatAwsSetsItTo() {
        assertThat(account.queue("jobs").attributes("jobs"))
                .isEqualTo(Account
                        .json("""
                                {'ApproximateNumberOfMessages':'0','ApproximateNumberOfMessagesDelayed':'0',
                                 'ApproximateNumberOfMessagesNotVisible':'0','CreatedTimestamp':'1795770000','DelaySeconds':'0',
                                 'LastModifiedTimestamp':'1795770000','MaximumMessageSize':'1048576',
                                 'MessageRetentionPeriod':'345600','QueueArn':'arn:aws:sqs:us-east-1:000000000000:jobs',
                                 'ReceiveMessageWaitTimeSeconds':'0','SqsManagedSseEnabled':'true','VisibilityTimeout':'30'}"""));
        assertThat(account.call("GetQueueAttributes", "{'QueueUrl':'jobs'}")).isEmpty();
        account.refused(Code.INVALID_ATTRIBUTE_NAME, "GetQueueAttributes",
                "{'QueueUrl':'jobs','AttributeNames':['Size']}");
    }

    @Test
    void creatingItAgainIsTheSameQueueUnlessAnAttributeDiffers() {
        account.queue("jobs", "{'VisibilityTimeout':'5'}");

        account.queue("jobs", "{'VisibilityTimeout':'5'}").queue("jobs").queue("jobs", "{'DelaySeconds':'0'}");
        account.refused(Code.QUEUE_NAME_EXISTS, "CreateQueue",
                "{'QueueName':'jobs','Attributes':{'VisibilityTimeout':'6'}}");
    }

    @ParameterizedTest
    @CsvSource({"DelaySeconds,0,900", "MaximumMessageSize,1024,1048576", "MessageRetentionPeriod,60,1209600",
        "ReceiveMessageWaitTimeSeconds,0,20", "VisibilityTimeout,0,43200", "KmsDataKeyReusePeriodSeconds,60,86400"})
    void anAttributeOutOfItsRangeIsRefused(String name, int from, int to) {
        account.queue("jobs");

        for (int value : new int[]{from, to}) {
            account.call("SetQueueAttributes", set(name, value));
        }
        for (int value : new int[]{from - 1, to + 1}) {
            account.refused(Code.INVALID_ATTRIBUTE_VALUE, "SetQueueAttributes", set(name, value));
        }
        account.refused(Code.INVALID_ATTRIBUTE_VALUE, "SetQueueAttributes",
                "{'QueueUrl':'jobs','Attributes':{'" + name + "':'many'}}");
    }

    private static String set(String name, int value) {
        return "{'QueueUrl':'jobs','Attributes':{'" + name + "':'" + value + "'}}";
    }

    @Test
    void anUnknownAttributeCannotBeSet() {
        account.queue("jobs").refused(Code.INVALID_ATTRIBUTE_NAME, "SetQueueAttributes",
                "{'QueueUrl':'jobs','Attributes':{'QueueArn':'x'}}");
    }

    @Test
    void fifoQueuesAreRefusedByTheirName() {
        assertThatThrownBy(() -> account.queue("jobs.fifo", "{'FifoQueue':'true'}")).hasMessageContaining("jobs.fifo");
        account.refused(Code.UNSUPPORTED, "CreateQueue", "{'QueueName':'jobs','Attributes':{'FifoQueue':'true'}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a.b", "ä",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void aNameOfOtherCharactersIsRefused(String name) {
        account.refused(Code.INVALID_VALUE, "CreateQueue", "{'QueueName':'" + name + "'}");
    }

    @Test
    void queuesAreListedByPrefixAndInPages() {
        account.queue("jobs-2").queue("other").queue("jobs-1").queue("jobs-3");

        var first = account.call("ListQueues", "{'QueueNamePrefix':'jobs','MaxResults':2}");
        assertThat(first.get("QueueUrls")).extracting(url -> url.asText().replaceFirst(".*/", ""))
                .containsExactly("jobs-1", "jobs-2");
        var second = account.call("ListQueues", "{'QueueNamePrefix':'jobs','MaxResults':2,'NextToken':'"
                + first.get("NextToken").asText() + "'}");
        assertThat(second.get("QueueUrls")).hasSize(1);
        assertThat(second.has("NextToken")).isFalse();
        assertThat(account.call("ListQueues", "{}").get("QueueUrls")).hasSize(4);
        account.refused(Code.INVALID_VALUE, "ListQueues", "{'MaxResults':1001}");
    }

    @Test
    void aDeletedQueueIsGoneAndItsNameIsFreeAfterAMinute() {
        account.queue("jobs").send("jobs", "x");
        account.call("DeleteQueue", "{'QueueUrl':'jobs'}");

        account.refused(Code.QUEUE_DOES_NOT_EXIST, "SendMessage", "{'QueueUrl':'jobs','MessageBody':'y'}");
        account.refused(Code.QUEUE_DELETED_RECENTLY, "CreateQueue", "{'QueueName':'jobs'}");
        account.pass(Duration.ofSeconds(60));
        assertThat(account.queue("jobs").counts("jobs")).containsExactly(0, 0, 0);
    }

    @Test
    void aPurgeEmptiesTheQueueOnceAMinute() {
        account.queue("jobs").send("jobs", "visible");
        account.call("SendMessage", "{'QueueUrl':'jobs','MessageBody':'delayed','DelaySeconds':10}");
        account.send("jobs", "in flight");
        account.receive("jobs", 1);

        account.call("PurgeQueue", "{'QueueUrl':'jobs'}");
        assertThat(account.counts("jobs")).containsExactly(0, 0, 0);
        account.refused(Code.PURGE_IN_PROGRESS, "PurgeQueue", "{'QueueUrl':'jobs'}");
        account.pass(Duration.ofMinutes(1));
        account.call("PurgeQueue", "{'QueueUrl':'jobs'}");
    }

    @Test
    void theDeadLetterQueueOfARedrivePolicyMustBeThereAndAdmitTheQueue() {
        account.queue("dead", "{'RedriveAllowPolicy':'{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":[\""
                + Account.arn("friend") + "\"]}'}");

        account.queue("friend", Account.redrive("dead", 3));
        for (String policy : new String[]{Account.redrive("dead", 3), Account.redrive("none", 3),
            Account.redrive("dead", 0), Account.redrive("dead", 1001), "{'RedrivePolicy':'no json'}",
            "{'RedrivePolicy':'{\"maxReceiveCount\":1}'}"}) {
            account.refused(Code.INVALID_VALUE, "CreateQueue", "{'QueueName':'stranger','Attributes':" + policy + "}");
        }
        account.refused(Code.INVALID_VALUE, "SetQueueAttributes",
                "{'QueueUrl':'dead','Attributes':{'RedriveAllowPolicy':'{\"redrivePermission\":\"byQueue\"}'}}");
        assertThat(account.call("ListDeadLetterSourceQueues", "{'QueueUrl':'dead'}").get("queueUrls"))
                .extracting(url -> url.asText().replaceFirst(".*/", "")).containsExactly("friend");
    }

    @Test
    void tagsAreSetTakenBackAndListed() {
        account.call("CreateQueue", "{'QueueName':'jobs','tags':{'team':'a'}}");
        account.call("TagQueue", "{'QueueUrl':'jobs','Tags':{'stage':'dev','team':'b'}}");
        account.call("UntagQueue", "{'QueueUrl':'jobs','TagKeys':['stage','none']}");

        assertThat(account.call("ListQueueTags", "{'QueueUrl':'jobs'}"))
                .isEqualTo(Account.json("{'Tags':{'team':'b'}}"));
    }

    @Test
    void anUnknownOperationIsRefused() {
        account.refused(Code.UNKNOWN_OPERATION, "MakeCoffee", "{}");
        account.refused(Code.MISSING, "DeleteQueue", "{}");
    }
}
