package dev.stampede.verification.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.model.wire.Json;
import dev.stampede.verification.simulation.Lambda.Answer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Those who order: in bursts, under several spellings of their addresses, again when no answer came, sometimes with
/// another body under the same key, and some of them think better of it.
final class Shoppers {

    /// What a shopper holds of an accepted order.
    record Receipt(String orderId, String token) {}

    private static final List<List<String>> PEOPLE = List.of(
            List.of("ann@shop.example", "Ann@Shop.example", "ann+sale@shop.example", "ANN+2@shop.example"),
            List.of("b.o.b@gmail.com", "bob@googlemail.com", "bob+x@gmail.com"),
            List.of("cleo@mailinator.com", "Cleo@mailinator.com"),
            List.of("dan@shop.example"),
            List.of("eve@shop.example", "eve+1@shop.example", "eve+2@shop.example"),
            List.of("id:customer-7"));
    private static final List<String> TOKENS = List.of(
            "tok_ok", "tok_ok", "tok_ok", "tok_ok", "tok_ok", "tok_ok", "tok_declined", "tok_fraud",
            "tok_timeout_then_ok",
            "tok_slow_6s", "tok_error_500", "tok_unheard_of");
    private static final int TRIES = 5;
    private static final long LAST_ORDER = 1_200_000;

    private final Cloud cloud;
    private final Shop shop;
    private final Dice dice;
    private final Audit audit;
    private final Map<String, Receipt> receipts = new LinkedHashMap<>();

    Shoppers(Cloud cloud, Shop shop, Audit audit) {
        this.cloud = cloud;
        this.shop = shop;
        this.dice = cloud.dice.split();
        this.audit = audit;
    }

    /// By order, in the order of acceptance.
    Map<String, Receipt> receipts() {
        return receipts;
    }

    /// @param saleStart milliseconds from now until most of them come
    void open(long saleStart) {
        int orders = dice.between(6, 16);
        List<Long> bursts = new ArrayList<>(List.of(saleStart, saleStart));
        for (int burst = dice.between(0, 4); burst > 0; burst--) {
            bursts.add(dice.between(0L, LAST_ORDER));
        }
        for (int order = 0; order < orders; order++) {
            String key = "key-" + order + "-" + dice.below(1 << 30);
            cloud.scheduler.after(dice.pick(bursts) + dice.between(0L, 3_000L), () -> place(key, body(), 1));
        }
    }

    private void place(String key, String body, int attempt) {
        Map<String, Object> event = Lambda.httpEvent("", Map.of("Idempotency-Key", key), body, Map.of());
        shop.request(shop.functions.createOrder, event, answer -> {
            boolean failed = answer.filter(it -> it.status() < 500).isEmpty();
            if (failed && attempt < TRIES) {
                again(key, body, attempt + 1);
            }
            answer.filter(it -> it.status() == 202).ifPresent(it -> accepted(it, key, body, attempt));
            cloud.say("shopper", key + " " + answer.map(it -> Integer.toString(it.status())).orElse("no answer"));
        });
    }

    private void accepted(Answer answer, String key, String body, int attempt) {
        Receipt receipt = new Receipt(answer.data().string("orderId"), answer.data().string("receiptToken"));
        audit.accepted(receipt.orderId());
        receipts.putIfAbsent(receipt.orderId(), receipt);
        if (attempt < TRIES && dice.chance(0.2)) {
            again(key, body, attempt + 1);
        }
        if (dice.chance(0.08)) {
            again(key, body(), TRIES);
        }
        if (dice.chance(0.2)) {
            cloud.scheduler.after(dice.between(0L, 900_000L), () -> cancel(receipt, 1));
        }
    }

    private void again(String key, String body, int attempt) {
        cloud.scheduler.after(dice.between(1L, 20_000L), () -> place(key, body, attempt));
    }

    /// Sends the order back, or away before it came.
    void cancel(Receipt receipt, int attempt) {
        ask(shop.functions.cancelOrder, "cancels", receipt, attempt);
    }

    void requestReturn(Receipt receipt) {
        ask(shop.functions.requestReturn, "returns", receipt, 1);
    }

    private void ask(Instances<RequestStreamHandler> function, String what,
            Receipt receipt, int attempt) {
        Map<String, Object> event = Lambda.httpEvent(
                receipt.orderId(), Map.of("X-Receipt-Token", receipt.token()), "{}", Map.of());
        shop.request(function, event, answer -> {
            cloud.say("shopper", what + " " + receipt.orderId().substring(0, 8) + " "
                    + answer.map(it -> Integer.toString(it.status())).orElse("no answer"));
            if (attempt < TRIES && answer.filter(it -> it.status() < 500).isEmpty()) {
                cloud.scheduler.after(dice.between(1L, 20_000L), () -> ask(function, what, receipt, attempt + 1));
            }
        });
    }

    private String body() {
        List<String> skus = new ArrayList<>(List.of("gpu", "gpu", "ram", "cpu", "rack"));
        Map<String, Integer> cart = new LinkedHashMap<>();
        for (int lines = dice.pick(1, 1, 1, 2, 2, 3); lines > 0; lines--) {
            cart.put(dice.pick(skus), dice.pick(1, 1, 1, 2, 3));
        }
        Map<String, Object> body = Json.object("cart", cart.entrySet().stream()
                .map(line -> Json.object("id", line.getKey(), "quantity", line.getValue())).toList(),
                "paymentToken", dice.pick(TOKENS));
        String who = dice.pick(dice.pick(PEOPLE));
        body.put(who.startsWith("id:") ? "customer_id" : "customerEmail", who.replace("id:", ""));
        return Json.write(body);
    }
}
