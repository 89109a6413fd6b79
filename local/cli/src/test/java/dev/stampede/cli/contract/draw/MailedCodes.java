package dev.stampede.cli.contract.draw;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stampede.cloud.http.Request;
import dev.stampede.cloud.lambda.Invoker.Result;
import dev.stampede.cloud.ses.Mail;
import dev.stampede.model.table.GuestAccessTable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.model.Message;

/// A guest's code for an order, had as guests have it: asked for, and read in the mail. It is good for one use and five
/// tries, so it is kept beside the shop and brought back before each request.
final class MailedCodes {

    private static final String TABLE = "GuestAccess";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("\\b(\\d{4}) (\\d{4})\\b");

    private final ShopInProcess shop;
    private final Map<String, AttributeValue> kept;
    private final String code;

    private MailedCodes(ShopInProcess shop, Map<String, AttributeValue> kept, String code) {
        this.shop = shop;
        this.kept = kept;
        this.code = code;
    }

    static MailedCodes ask(ShopInProcess shop, String orderId, String email) {
        shop.ask(new Request("POST", "/api/orders/" + orderId + "/access-code", "",
                Map.of("content-type", "application/json"),
                JSON.createObjectNode().put("customerEmail", email).toString().getBytes(StandardCharsets.UTF_8),
                shop.anotherPlace()));
        Message wish = shop.received("AccessCodeQueue");
        ObjectNode record = JSON.createObjectNode().put("messageId", wish.messageId()).put("body", wish.body());
        record.putObject("attributes").put("ApproximateReceiveCount", "1");
        ObjectNode event = JSON.createObjectNode();
        event.putArray("Records").add(record);
        if (!(shop.invoke("SendAccessCode", event.toString()) instanceof Result.Success(byte[] answer))
                || !new String(answer, StandardCharsets.UTF_8).contains("[]")) {
            throw new IllegalStateException("the code was not mailed");
        }
        Map<String, AttributeValue> kept = shop.tables().getItem(
                get -> get.tableName(TABLE).key(GuestAccessTable.codeKey(orderId))).item();
        Mail mail = shop.mails().getLast();
        Matcher code = CODE.matcher(mail.text());
        if (!mail.to().contains(email) || !code.find()) {
            throw new IllegalStateException("no code in the mail to " + mail.to());
        }
        return new MailedCodes(shop, kept, code.group(1) + code.group(2));
    }

    String code() {
        return code;
    }

    /// As if nobody had tried it, or asked or tried anything else.
    void restore() {
        List<Map<String, AttributeValue>> items = shop.tables().scan(scan -> scan.tableName(TABLE)).items();
        items.forEach(item -> shop.tables().deleteItem(delete -> delete.tableName(TABLE)
                .key(Map.of(GuestAccessTable.KEY, item.get(GuestAccessTable.KEY)))));
        shop.tables().putItem(put -> put.tableName(TABLE).item(kept));
    }
}
