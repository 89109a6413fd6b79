/// The stream processor is the outbox: it publishes what the Orders table's stream says has happened.
///
/// Trigger: the stream of the Orders table (new and old images), with partial batch responses and bisecting.
///
/// Promise: every version of an order is published at least once, an order's versions in their order.
///
/// 1. A change publishes the history entries above the version it started from, each as one event.
/// 2. A removed order, and a change that makes no new version and asks for no replay, publish nothing.
/// 3. Messages go in batches of at most 10 and 256 KB, with `event_type` as a message attribute.
/// 4. What SNS refuses is tried again a few times; then the first change concerned is reported, and it and all after it
///    come again.
/// 5. A change that cannot be read is reported, and every other one of the batch is published: whatever the retries and
///    the bisecting do with its neighbours, their events are out.
/// 6. A change that asks for a replay publishes the events of the order's present status once more, under the ids that
///    they had: whoever heard them knows them.
@NullMarked
package dev.stampede.streamprocessor;

import org.jspecify.annotations.NullMarked;
