package dev.stampede.streamprocessor;

import dev.stampede.model.event.OrderEvent;
import java.util.List;

/// One change of the Orders table. It is read when it is asked for its events, so that one that cannot be read fails
/// alone.
public interface OrderChange {

    /// Names it in the stream.
    String sequenceNumber();

    /// What happened to the order by it, oldest first; nothing where the order went or is in no new version.
    List<OrderEvent> events();
}
