package dev.stampede.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GrantsTest {
    /// What each function may do, besides writing its own log. Who needs more has to say so here.
    private static final String ALLOWED = """
            Analytics        dynamodb:PutItem          SalesMetrics
            Analytics        dynamodb:UpdateItem       SalesMetrics
            Analytics        sqs:SendMessage           AnalyticsDeadLetters
            CancelOrder      dynamodb:GetItem          Orders
            CancelOrder      dynamodb:UpdateItem       Orders
            CancelOrder      secretsmanager:GetSecretValue  ReceiptSecret
            CreateOrder      dynamodb:BatchGetItem     Products
            CreateOrder      dynamodb:BatchGetItem     Stock
            CreateOrder      dynamodb:GetItem          Orders
            CreateOrder      secretsmanager:GetSecretValue  ReceiptSecret
            CreateOrder      sqs:SendMessage           OrdersQueue
            DecideFraud      dynamodb:GetItem          Orders
            DecideFraud      dynamodb:UpdateItem       Orders
            DeliverOrder     dynamodb:GetItem          Orders
            DeliverOrder     dynamodb:UpdateItem       Orders
            Email            dynamodb:UpdateItem       Emails
            Email            ses:SendEmail             arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/stampede.example
            Email            sqs:consume               EmailQueue
            Fraud            dynamodb:UpdateItem       FraudSignals
            Fraud            dynamodb:UpdateItem       Orders
            Fraud            sqs:consume               FraudQueue
            GetCategories    dynamodb:Scan             Products
            GetCategory      dynamodb:Query            Products/index/byCategory
            GetOrder         dynamodb:GetItem          Orders
            GetOrder         secretsmanager:GetSecretValue  ReceiptSecret
            GetProduct       dynamodb:GetItem          Products
            GetProduct       dynamodb:GetItem          Stock
            GetProducts      dynamodb:BatchGetItem     Stock
            GetProducts      dynamodb:Scan             Products
            GetUser          cognito-idp:AdminGetUser  Users
            GetUser          cognito-idp:AdminListGroupsForUser  Users
            GetUsers         cognito-idp:ListUsers     Users
            Inventory        dynamodb:UpdateItem       Orders
            Inventory        dynamodb:UpdateItem       PurchaseLimits
            Inventory        dynamodb:UpdateItem       Stock
            Inventory        sqs:consume               InventoryQueue
            ListOrders       dynamodb:Query            Orders/index/byCustomer
            ListOrders       dynamodb:Scan             Orders
            ListOrders       secretsmanager:GetSecretValue  ReceiptSecret
            Payment          dynamodb:PutItem          Payments
            Payment          dynamodb:UpdateItem       Orders
            Payment          dynamodb:UpdateItem       Payments
            Payment          sqs:consume               PaymentQueue
            ProcessOrder     dynamodb:BatchGetItem     Stock
            ProcessOrder     dynamodb:PartiQLInsert    Orders
            ProcessOrder     dynamodb:PutItem          Orders
            ProcessOrder     dynamodb:UpdateItem       PurchaseLimits
            ProcessOrder     dynamodb:UpdateItem       Stock
            ProcessOrder     sqs:consume               OrdersQueue
            ReceiveReturn    dynamodb:GetItem          Orders
            ReceiveReturn    dynamodb:UpdateItem       Orders
            RedeemAccessCode  dynamodb:GetItem         Orders
            RedeemAccessCode  dynamodb:UpdateItem      GuestAccess
            RedeemAccessCode  secretsmanager:GetSecretValue  ReceiptSecret
            RefundOrder      dynamodb:GetItem          Orders
            RefundOrder      dynamodb:UpdateItem       Orders
            RequestAccessCode  dynamodb:UpdateItem     GuestAccess
            RequestAccessCode  secretsmanager:GetSecretValue  ReceiptSecret
            RequestAccessCode  sqs:SendMessage         AccessCodeQueue
            RequestReturn    dynamodb:GetItem          Orders
            RequestReturn    dynamodb:UpdateItem       Orders
            RequestReturn    secretsmanager:GetSecretValue  ReceiptSecret
            SendAccessCode   dynamodb:GetItem          Orders
            SendAccessCode   dynamodb:UpdateItem       GuestAccess
            SendAccessCode   ses:SendEmail             arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/stampede.example
            SendAccessCode   sqs:consume               AccessCodeQueue
            ShipOrder        dynamodb:GetItem          Orders
            ShipOrder        dynamodb:UpdateItem       Orders
            StreamProcessor  dynamodb:DescribeStream   Orders.StreamArn
            StreamProcessor  dynamodb:GetRecords       Orders.StreamArn
            StreamProcessor  dynamodb:GetShardIterator  Orders.StreamArn
            StreamProcessor  dynamodb:ListStreams      *
            StreamProcessor  sns:Publish               OrderEvents
            StreamProcessor  sqs:GetQueueAttributes    StreamDeadLetters
            StreamProcessor  sqs:GetQueueUrl           StreamDeadLetters
            StreamProcessor  sqs:SendMessage           StreamDeadLetters
            SweepOrders      dynamodb:BatchGetItem     Orders
            SweepOrders      dynamodb:Query            Orders/index/byDueAt
            SweepOrders      dynamodb:UpdateItem       Orders
            SweepOrders      sqs:SendMessage           SweepOrdersDeadLetters
            """;
    private static final List<String> CONSUME = List.of("sqs:ChangeMessageVisibility", "sqs:DeleteMessage",
            "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage");

    private final Templates dev = Templates.dev();

    @Test
    void everyFunctionMayDoExactlyWhatTheMatrixSays() {
        List<String> granted = new TreeMap<>(grants()).entrySet().stream()
                .flatMap(function -> function.getValue().stream().map(grant -> function.getKey() + " " + grant))
                .filter(grant -> !grant.contains(" logs:"))
                .toList();

        assertThat(granted).containsExactlyInAnyOrderElementsOf(
                ALLOWED.lines().map(line -> line.replaceAll(" +", " ")).toList());
    }

    @Test
    void aFunctionWritesToItsOwnLogAndNoOther() {
        grants().forEach((function, grants) -> assertThat(grants.stream().filter(grant -> grant.startsWith("logs:")))
                .containsExactly("logs:CreateLogStream %sLog".formatted(function), "logs:PutLogEvents %sLog".formatted(function)));
    }

    @Test
    void everyFunctionHasARoleThatNothingElseUses() {
        assertThat(dev.functions().values().stream().map(function -> function.text("Role")))
                .doesNotHaveDuplicates()
                .allMatch(role -> dev.byName("AWS::IAM::Role").get(role).property("ManagedPolicyArns").isMissingNode());
    }

    @Test
    void noPolicyOfAFunctionHasAWildcardActionAndOneHasAWildcardResource() {
        List<String> all = grants().values().stream().flatMap(TreeSet::stream).toList();

        assertThat(all).noneMatch(grant -> grant.split(" ")[0].contains("*"));
        // Listing streams cannot be limited to one: https://docs.aws.amazon.com/service-authorization/latest/reference/
        assertThat(all).filteredOn(grant -> grant.split(" ")[1].contains("*")).containsExactly("dynamodb:ListStreams *");
    }

    @Test
    void theMailFunctionSendsOnlyFromTheShopsOwnDomain() {
        assertThat(grants(Templates.prod()).get("Email"))
                .contains("ses:SendEmail arn:AWS::Partition:ses:eu-central-1:111122223333:identity/shop.example.com".replace(
                        "AWS::Partition", "aws"));
    }

    private Map<String, TreeSet<String>> grants() {
        return grants(dev);
    }

    /// For each function, every `action resource` pair that the policies of its role allow.
    private static Map<String, TreeSet<String>> grants(Templates templates) {
        Map<String, TreeSet<String>> byRole = templates.all("AWS::IAM::Policy").collect(Collectors.toMap(
                policy -> policy.text("Roles/0"),
                policy -> Templates.items(policy.property("PolicyDocument/Statement")).stream()
                        .flatMap(statement -> pairs(templates, policy.stack(), statement))
                        .collect(Collectors.toCollection(TreeSet::new))));
        return templates.functions().values().stream().collect(Collectors.toMap(
                Templates.Resource::name, function -> folded(byRole.get(function.text("Role")))));
    }

    private static Stream<String> pairs(Templates templates, String stack, JsonNode statement) {
        assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
        return templates.texts(stack, statement.path("Action")).stream().flatMap(action ->
                templates.texts(stack, statement.path("Resource")).stream().map(resource -> action + " " + resource));
    }

    /// Writes the five actions that Lambda needs to take messages from a queue as one.
    private static TreeSet<String> folded(TreeSet<String> grants) {
        TreeSet<String> folded = new TreeSet<>(grants);
        grants.stream().filter(grant -> grant.startsWith("sqs:ReceiveMessage ")).map(grant -> grant.split(" ")[1])
                .filter(queue -> grants.containsAll(CONSUME.stream().map(action -> action + " " + queue).toList()))
                .forEach(queue -> {
                    folded.removeAll(CONSUME.stream().map(action -> action + " " + queue).toList());
                    folded.add("sqs:consume " + queue);
                });
        return folded;
    }
}
