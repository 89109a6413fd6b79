package dev.stampede.email;

import dev.stampede.model.AccessRequest;
import dev.stampede.model.Order;
import java.time.InstantSource;
import java.util.Optional;

/// Mails a guest the code that opens an order if the order was placed with that address; otherwise nothing happens. The
/// code is stored before it is mailed, so that every code that arrives works.
public final class SendAccessCode {

    private final GuestOrders orders;
    private final KeptCodes codes;
    private final Mailer mailer;
    private final InstantSource clock;

    public SendAccessCode(GuestOrders orders, KeptCodes codes, Mailer mailer, InstantSource clock) {
        this.orders = orders;
        this.codes = codes;
        this.mailer = mailer;
        this.clock = clock;
    }

    void on(AccessRequest request) {
        if (!request.expiresAt().isAfter(clock.instant())) {
            return;
        }
        Optional<Order> own = orders.find(request.orderId())
                .filter(order -> order.placed().customer().email().filter(request.email()::equals).isPresent());
        own.filter(_ -> codes.keep(request)).ifPresent(order -> mailer.send(AccessMail.of(request, order)));
    }
}
