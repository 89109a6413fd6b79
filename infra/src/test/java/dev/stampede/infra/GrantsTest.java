package dev.stampede.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrantsTest {
    /// What each function may do, besides writing its own log. Who needs more has to say so here.
    private static final String ALLOWED =
            """
                    AddCartItem      dynamodb:BatchGetItem     Products
                    AddCartItem      dynamodb:BatchGetItem     Stock
                    AddCartItem      dynamodb:PutItem          Carts
                    AddCartItem      dynamodb:Query            Carts
                    AddCartItem      dynamodb:UpdateItem       Carts
                    AddCartItem      secretsmanager:GetSecretValue  ReceiptSecret
                    Analytics        dynamodb:PutItem          SalesMetrics
                    Analytics        dynamodb:UpdateItem       SalesMetrics
                    Analytics        sqs:SendMessage           AnalyticsQueue
                    Analytics        sqs:consume               AnalyticsQueue
                    CancelOrder      dynamodb:GetItem          Orders
                    CancelOrder      dynamodb:UpdateItem       Orders
                    CancelOrder      secretsmanager:GetSecretValue  ReceiptSecret
                    Checkout         dynamodb:BatchGetItem     Products
                    Checkout         dynamodb:BatchGetItem     Stock
                    Checkout         dynamodb:DeleteItem       Carts
                    Checkout         dynamodb:GetItem          Orders
                    Checkout         dynamodb:PutItem          Carts
                    Checkout         dynamodb:Query            Carts
                    Checkout         dynamodb:UpdateItem       Carts
                    Checkout         dynamodb:UpdateItem       GuestAccess
                    Checkout         secretsmanager:GetSecretValue  ReceiptSecret
                    Checkout         sqs:SendMessage           OrdersQueue
                    CreateOrder      dynamodb:BatchGetItem     Products
                    CreateOrder      dynamodb:BatchGetItem     Stock
                    CreateOrder      dynamodb:GetItem          Orders
                    CreateOrder      dynamodb:UpdateItem       GuestAccess
                    CreateOrder      secretsmanager:GetSecretValue  ReceiptSecret
                    CreateOrder      sqs:SendMessage           OrdersQueue
                    CreateProduct    dynamodb:GetItem          Stock
                    CreateProduct    dynamodb:PutItem          Products
                    CreateProduct    dynamodb:UpdateItem       Stock
                    DecideFraud      dynamodb:GetItem          Orders
                    DecideFraud      dynamodb:UpdateItem       Orders
                    DeleteProduct    dynamodb:DeleteItem       Products
                    DeleteProduct    dynamodb:GetItem          Products
                    DeleteProduct    dynamodb:UpdateItem       Stock
                    DeliverOrder     dynamodb:GetItem          Orders
                    DeliverOrder     dynamodb:UpdateItem       Orders
                    Email            dynamodb:UpdateItem       Emails
                    Email            dynamodb:UpdateItem       GuestAccess
                    Email            ses:SendEmail             arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/stampede.example
                    Email            sqs:SendMessage           EmailQueue
                    Email            sqs:consume               EmailQueue
                    Fraud            dynamodb:UpdateItem       FraudSignals
                    Fraud            dynamodb:UpdateItem       Orders
                    Fraud            sqs:SendMessage           FraudQueue
                    Fraud            sqs:consume               FraudQueue
                    GetCart          dynamodb:BatchGetItem     Products
                    GetCart          dynamodb:BatchGetItem     Stock
                    GetCart          dynamodb:Query            Carts
                    GetCart          dynamodb:UpdateItem       Carts
                    GetCart          secretsmanager:GetSecretValue  ReceiptSecret
                    GetCategories    dynamodb:Scan             Products
                    GetCategory      dynamodb:Query            Products/index/byCategory
                    GetDescription   dynamodb:GetItem          Products
                    GetOrder         dynamodb:GetItem          Orders
                    GetOrder         secretsmanager:GetSecretValue  ReceiptSecret
                    GetOwnCart       dynamodb:BatchGetItem     Products
                    GetOwnCart       dynamodb:BatchGetItem     Stock
                    GetOwnCart       dynamodb:Query            Carts
                    GetOwnCart       dynamodb:UpdateItem       Carts
                    GetOwnCart       secretsmanager:GetSecretValue  ReceiptSecret
                    GetProduct       dynamodb:GetItem          Products
                    GetProduct       dynamodb:GetItem          Stock
                    GetProducts      dynamodb:BatchGetItem     Stock
                    GetProducts      dynamodb:Scan             Products
                    GetSales         dynamodb:Query            SalesMetrics
                    GetSitemap       dynamodb:Scan             Products
                    GetStock         dynamodb:GetItem          Products
                    GetStock         dynamodb:GetItem          Stock
                    GetStock         dynamodb:Query            StockAdjustments/index/bySku
                    GetUser          cognito-idp:AdminGetUser  Users
                    GetUser          cognito-idp:AdminListGroupsForUser  Users
                    GetUsers         cognito-idp:ListUsers     Users
                    Inventory        dynamodb:UpdateItem       Orders
                    Inventory        dynamodb:UpdateItem       PurchaseLimits
                    Inventory        dynamodb:UpdateItem       Stock
                    Inventory        sqs:SendMessage           InventoryQueue
                    Inventory        sqs:consume               InventoryQueue
                    ListOrders       dynamodb:BatchGetItem     Orders
                    ListOrders       dynamodb:Query            Orders/index/byCustomer
                    ListOrders       dynamodb:Query            Orders/index/byMonth
                    ListOrders       dynamodb:Scan             Orders
                    ListOrders       secretsmanager:GetSecretValue  ReceiptSecret
                    MergeCart        dynamodb:BatchGetItem     Products
                    MergeCart        dynamodb:BatchGetItem     Stock
                    MergeCart        dynamodb:DeleteItem       Carts
                    MergeCart        dynamodb:PutItem          Carts
                    MergeCart        dynamodb:Query            Carts
                    MergeCart        dynamodb:UpdateItem       Carts
                    MergeCart        secretsmanager:GetSecretValue  ReceiptSecret
                    NewCart          secretsmanager:GetSecretValue  ReceiptSecret
                    NotifyRestocked  dynamodb:BatchGetItem     Products
                    NotifyRestocked  dynamodb:BatchGetItem     Stock
                    NotifyRestocked  dynamodb:DeleteItem       RestockNotices
                    NotifyRestocked  dynamodb:Query            RestockNotices
                    NotifyRestocked  dynamodb:UpdateItem       RestockNotices
                    NotifyRestocked  ses:SendEmail             arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/stampede.example
                    NotifyRestocked  sqs:SendMessage           NotifyRestockedDeadLetters
                    Payment          dynamodb:GetItem          Payments
                    Payment          dynamodb:PutItem          Payments
                    Payment          dynamodb:UpdateItem       Orders
                    Payment          dynamodb:UpdateItem       Payments
                    Payment          sqs:SendMessage           PaymentQueue
                    Payment          sqs:consume               PaymentQueue
                    ProcessOrder     dynamodb:BatchGetItem     Stock
                    ProcessOrder     dynamodb:PartiQLInsert    Orders
                    ProcessOrder     dynamodb:PutItem          Orders
                    ProcessOrder     dynamodb:UpdateItem       PurchaseLimits
                    ProcessOrder     dynamodb:UpdateItem       Stock
                    ProcessOrder     sqs:SendMessage           OrdersQueue
                    ProcessOrder     sqs:consume               OrdersQueue
                    ReceiveReturn    dynamodb:GetItem          Orders
                    ReceiveReturn    dynamodb:UpdateItem       Orders
                    RedeemAccessCode  dynamodb:GetItem         Orders
                    RedeemAccessCode  dynamodb:UpdateItem      GuestAccess
                    RedeemAccessCode  secretsmanager:GetSecretValue  ReceiptSecret
                    RefundOrder      dynamodb:GetItem          Orders
                    RefundOrder      dynamodb:UpdateItem       Orders
                    RemoveCartItem   dynamodb:BatchGetItem     Products
                    RemoveCartItem   dynamodb:BatchGetItem     Stock
                    RemoveCartItem   dynamodb:DeleteItem       Carts
                    RemoveCartItem   dynamodb:Query            Carts
                    RemoveCartItem   dynamodb:UpdateItem       Carts
                    RemoveCartItem   secretsmanager:GetSecretValue  ReceiptSecret
                    RequestAccessCode  dynamodb:UpdateItem     GuestAccess
                    RequestAccessCode  secretsmanager:GetSecretValue  ReceiptSecret
                    RequestAccessCode  sqs:SendMessage         AccessCodeQueue
                    RequestRestockNotice  dynamodb:GetItem     Products
                    RequestRestockNotice  dynamodb:PutItem     RestockNotices
                    RequestRestockNotice  dynamodb:UpdateItem  RestockNotices
                    RequestReturn    dynamodb:GetItem          Orders
                    RequestReturn    dynamodb:UpdateItem       Orders
                    RequestReturn    secretsmanager:GetSecretValue  ReceiptSecret
                    SendAccessCode   dynamodb:GetItem          Orders
                    SendAccessCode   dynamodb:UpdateItem       GuestAccess
                    SendAccessCode   ses:SendEmail             arn:AWS::Partition:ses:AWS::Region:AWS::AccountId:identity/stampede.example
                    SendAccessCode   sqs:SendMessage           AccessCodeQueue
                    SendAccessCode   sqs:consume               AccessCodeQueue
                    SetCartItem      dynamodb:BatchGetItem     Products
                    SetCartItem      dynamodb:BatchGetItem     Stock
                    SetCartItem      dynamodb:Query            Carts
                    SetCartItem      dynamodb:UpdateItem       Carts
                    SetCartItem      secretsmanager:GetSecretValue  ReceiptSecret
                    SetStock         dynamodb:GetItem          Products
                    SetStock         dynamodb:GetItem          Stock
                    SetStock         dynamodb:PutItem          Stock
                    SetStock         dynamodb:PutItem          StockAdjustments
                    SetStock         dynamodb:UpdateItem       Stock
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
                    UpdateProduct    dynamodb:GetItem          Products
                    UpdateProduct    dynamodb:GetItem          Stock
                    UpdateProduct    dynamodb:PutItem          Products
                    UpdateProduct    dynamodb:UpdateItem       Stock
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
                .containsExactly("logs:CreateLogStream %sLog".formatted(function),
                        "logs:PutLogEvents %sLog".formatted(function)));
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
        assertThat(all).filteredOn(grant -> grant.split(" ")[1].contains("*"))
                .containsExactly("dynamodb:ListStreams *");
    }

    @Test
    void whoShowsTheCatalogueChangesNothing() {
        Map<String, TreeSet<String>> grants = grants();

        assertThat(List.of("GetProducts", "GetProduct", "GetCategories", "GetCategory", "GetSitemap",
                "GetDescription", "GetStock"))
                .allSatisfy(reader -> assertThat(grants.get(reader)).filteredOn(grant -> grant.startsWith("dynamodb:"))
                        .isNotEmpty()
                        .allMatch(grant -> grant.matches("dynamodb:(GetItem|BatchGetItem|Query|Scan) .*")));
    }

    @Test
    void whoChangesTheCatalogueKnowsNoOrderAndNobodyWhoMadeOne() {
        Map<String, TreeSet<String>> grants = grants();
        List<String> others = List.of("Orders", "PurchaseLimits", "Payments", "Emails", "ReceiptSecret");

        assertThat(List.of("CreateProduct", "UpdateProduct", "DeleteProduct", "GetDescription", "GetStock",
                "SetStock", "RequestRestockNotice", "NotifyRestocked"))
                .allSatisfy(function -> assertThat(grants.get(function)).noneMatch(grant -> others.stream()
                        .anyMatch(other -> grant.split(" ")[1].split("/")[0].equals(other))));
        assertThat(List.of("CreateProduct", "UpdateProduct", "DeleteProduct"))
                .allSatisfy(function -> assertThat(grants.get(function)).noneMatch(
                        grant -> grant.contains("Stock") && !grant.matches("dynamodb:(GetItem|UpdateItem) Stock")));
    }

    @Test
    void theMailFunctionSendsOnlyFromTheShopsOwnDomain() {
        assertThat(grants(Templates.prod()).get("Email"))
                .contains("ses:SendEmail arn:AWS::Partition:ses:eu-central-1:111122223333:identity/shop.example.com"
                        .replace(
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
        return templates.texts(stack, statement.path("Action")).stream().flatMap(action -> templates
                .texts(stack, statement.path("Resource")).stream().map(resource -> action + " " + resource));
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
