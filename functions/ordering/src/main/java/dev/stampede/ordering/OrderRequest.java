package dev.stampede.ordering;

import dev.stampede.lambda.SigningKey;
import dev.stampede.model.AddressToken;
import dev.stampede.model.Customer;
import dev.stampede.model.Money;
import dev.stampede.model.wire.Json;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a shopper asks for, checked in form and not yet priced.
public record OrderRequest(Customer customer, List<Line> lines, String paymentToken) {

    /// @param field       where the line stands in the body, such as `cart[0]`
    /// @param clientPrice what the shopper was shown; compared, never charged
    public record Line(String field, String sku, int quantity, Optional<Money> clientPrice) {}

    public OrderRequest {
        lines = List.copyOf(lines);
    }

    List<String> skus() {
        return lines.stream().map(Line::sku).toList();
    }

    /// The same by who has shown that the address is theirs, where the token does.
    OrderRequest by(Optional<String> addressToken, Instant now, SigningKey key) {
        return new OrderRequest(
                AddressToken.proven(customer, addressToken, now, key.secret()), lines, paymentToken);
    }

    /// SHA-256 over what makes two requests the same order: the customer, the lines in any sequence, the payment token.
    /// Names and prices that the client sent along are not part of it, and neither is the form of the body.
    String fingerprint() {
        return Fingerprint.of(Json.object(
                "email", customer.email().orElse(null),
                "id", customer.id().orElse(null),
                "lines", lines.stream()
                        .sorted(Comparator.comparing(Line::sku))
                        .map(line -> List.of(line.sku(), line.quantity()))
                        .toList(),
                "paymentToken", paymentToken));
    }
}
