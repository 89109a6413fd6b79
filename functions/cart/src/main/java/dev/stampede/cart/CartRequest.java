package dev.stampede.cart;

import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.SigningKey;
import dev.stampede.model.CartId;
import dev.stampede.model.OrderLine;
import java.util.Optional;
import java.util.function.Function;

/// A request for one cart, which the token in its header has to open; and the answers that all of them share.
final class CartRequest {

    static final int MAX_BYTES = 4 * 1024;
    static final String QUANTITY = "a whole number from 1 to " + OrderLine.MAX_QUANTITY;

    private CartRequest() {}

    /// Lets the function answer for the cart that is opened. No table is asked for one that is not.
    static HttpResponse answer(HttpRequest request, SigningKey tokenKey, Function<CartId, HttpResponse> answer) {
        return opened(request, tokenKey).map(answer).orElseGet(CartRequest::notFound);
    }

    static Optional<CartId> opened(HttpRequest request, SigningKey tokenKey) {
        return CartId.of(request.pathParameter("id")).filter(id -> request.header("X-Cart-Token")
                .filter(token -> id.opensWith(token, tokenKey.secret()))
                .isPresent());
    }

    static HttpResponse shown(ShownCart shown) {
        return HttpResponse.ok("Cart", CartView.of(shown));
    }

    /// The same whether there is such a cart or not.
    static HttpResponse notFound() {
        return HttpResponse.problem(404, "CART_NOT_FOUND", "There is no such cart.");
    }

    static HttpResponse busy() {
        return HttpResponse.problem(503, "CART_BUSY", "The cart is being changed elsewhere. Nothing was changed here.")
                .withHeader("retry-after", "1");
    }

    static boolean isQuantity(Long number) {
        return number >= 1 && number <= OrderLine.MAX_QUANTITY;
    }
}
