package dev.stampede.reservation;

import dev.stampede.model.Order;
import dev.stampede.model.Stock;
import java.util.Optional;

/// What the other tests build upon behaves as the tables do.
class InMemoryReservationsTest extends ReservationsContract {

    private final InMemoryReservations reservations = new InMemoryReservations();

    @Override
    protected Reservations reservations() {
        return reservations;
    }

    @Override
    protected void put(Stock stock) {
        reservations.stock.put(stock.sku(), stock);
    }

    @Override
    protected Stock stock(String sku) {
        return reservations.stock.get(sku);
    }

    @Override
    protected Optional<Order> order(String orderId) {
        return Optional.ofNullable(reservations.orders.get(orderId));
    }

    @Override
    protected long bought(String counter) {
        return reservations.bought.getOrDefault(counter, 0L);
    }
}
