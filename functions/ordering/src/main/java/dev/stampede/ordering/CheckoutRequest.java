package dev.stampede.ordering;

import dev.stampede.lambda.FieldReader;
import dev.stampede.lambda.RequestBody;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.AddressToken;
import dev.stampede.model.Cart;
import dev.stampede.model.CartId;
import dev.stampede.model.CartLine;
import dev.stampede.model.Customer;
import dev.stampede.model.EmailAddress;
import dev.stampede.model.Money;
import dev.stampede.model.wire.Json;
import dev.stampede.ordering.OrderRequest.Line;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Who orders what is in a cart, and how it is paid.
///
/// @param shownTotal what the shopper was told it costs; compared, never charged
public record CheckoutRequest(Customer customer, String paymentToken, Optional<Money> shownTotal) {

    private static final int MAX_BYTES = 4 * 1024;
    private static final Set<String> BODY = Set.of("customerEmail", "paymentToken", "totalAmount");

    static RequestBody.Result<CheckoutRequest> read(String body) {
        return RequestBody.read(body, MAX_BYTES, BODY, CheckoutRequest::read);
    }

    private static Optional<CheckoutRequest> read(FieldReader body) {
        Optional<String> email = body.required(
                "customerEmail", String.class, EmailAddress.IN_WORDS, EmailAddress::isValid);
        Optional<String> paymentToken = OrderRequestParser.paymentToken(body);
        Optional<Money> total = OrderRequestParser.SHOWN.optional(body, "totalAmount");
        return email.map(address -> new CheckoutRequest(
                new Customer(Optional.of(address), Optional.empty()),
                paymentToken.orElse(OrderRequestParser.DEFAULT_PAYMENT_TOKEN),
                total));
    }

    /// The same by who has shown that the address is theirs, where the token does.
    CheckoutRequest by(Optional<String> addressToken, Instant now, SigningKey key) {
        return new CheckoutRequest(
                AddressToken.proven(customer, addressToken, now, key.secret()), paymentToken, shownTotal);
    }

    /// What makes two requests the same checkout: the cart, the customer and the payment token. Not the lines, for once
    /// they are ordered the cart has them no more; and no amount, for that is only compared.
    String fingerprint(CartId cart) {
        return Fingerprint.of(Json.object(
                "cart", cart.value(),
                "email", customer.email().orElse(null),
                "paymentToken", paymentToken));
    }

    /// The order of what is in the cart now.
    OrderRequest order(Cart cart) {
        return new OrderRequest(customer, cart.lines().stream().map(CheckoutRequest::line).toList(), paymentToken);
    }

    private static Line line(CartLine line) {
        return new Line("items[" + line.sku() + "]", line.sku(), line.quantity(), Optional.empty());
    }
}
