package dev.stampede.ordering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stampede.lambda.Caller;
import dev.stampede.lambda.IdempotencyKeyHeader;
import dev.stampede.model.EmailAddress;
import dev.stampede.model.Receipt;
import dev.stampede.ordering.ListOrders.Query;
import dev.stampede.ordering.ListOrders.Result;
import dev.stampede.ordering.OrderPages.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One text as every header, parameter and claim that ordering reads.
class HeaderFuzzTest {

    @FuzzTest
    void aTextIsWhatItSaysOrIsRefused(byte[] bytes) {
        String text = new String(bytes, UTF_8);
        IdempotencyKeyHeader.key(text).ifPresent(key -> {
            assertThat(IdempotencyKeyHeader.key(key)).contains(key);
            String orderId = IdempotencyKey.sent(key).orderId();
            assertThat(UUID.fromString(orderId)).hasToString(orderId);
        });
        Receipt.read("o-1", text, Shop.KEY.secret())
                .ifPresent(receipt -> assertThat(receipt.token(Shop.KEY.secret())).isEqualTo(text));
        OrderCursor.ofText(text).ifPresent(cursor -> assertThat(OrderCursor.ofText(cursor.toText())).contains(cursor));
        if (TraceParent.isValid(text)) {
            assertThat(text).hasSize(55).isEqualTo(text.strip());
        }
        if (EmailAddress.isValid(text)) {
            assertThat(text).matches("[!-~]{6,254}").containsOnlyOnce("@");
        }
        Optional<Caller> caller = Caller.of(
                Map.of("sub", text, "email", text, "email_verified", "true", "cognito:groups", text));
        if (caller.orElseThrow().admin()) {
            assertThat(text.split("[\\s,\\[\\]]")).contains("admin");
        }
        list(caller.orElseThrow(), Optional.of(text));
    }

    private static void list(Caller caller, Optional<String> text) {
        ListOrders listOrders = new ListOrders(new Asked(caller));
        for (Query query : List.of(
                new Query(text, text, text, text, text),
                new Query(text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                new Query(Optional.empty(), text, Optional.empty(), Optional.empty(), Optional.empty()),
                new Query(Optional.empty(), Optional.empty(), text, Optional.empty(), Optional.empty()),
                new Query(Optional.empty(), Optional.empty(), Optional.empty(), text, Optional.empty()),
                new Query(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), text))) {
            if (listOrders.list(caller, query) instanceof Result.Invalid(var details)) {
                assertThat(details).isNotEmpty();
            }
        }
    }

    /// Holds every question for orders against who asks.
    private record Asked(Caller caller) implements OrderPages {

        @Override
        public Page byCustomer(String email, OrderFilter filter, int limit, Optional<OrderCursor> after) {
            assertThat(caller.admin() || caller.verifiedEmail().equals(Optional.of(email))).isTrue();
            return bounded(limit);
        }

        @Override
        public Page all(OrderFilter filter, int limit, Optional<OrderCursor> after) {
            assertThat(caller.admin()).isTrue();
            return bounded(limit);
        }

        private static Page bounded(int limit) {
            assertThat(limit).isBetween(1, 100);
            return new Page(List.of(), Optional.empty());
        }
    }
}
