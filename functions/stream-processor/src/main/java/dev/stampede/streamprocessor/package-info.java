/// The stream processor is the outbox: it publishes what the stream of the Orders table says has happened.
///
/// Trigger: the stream of the Orders table (new and old images), with partial batch responses and bisecting.
///
/// Promise: every version of an order is published at least once, and the versions of one order in sequence.
///
/// 1. A change publishes the history entries above the version it started from, each as one event.
/// 2. A removed order publishes nothing, and neither does a change without a new version or a request to republish.
/// 3. Messages are published in batches of at most 10 and 256 KB, with `event_type` as a message attribute.
/// 4. What SNS refuses is retried a few times; then the first affected change is reported, and it and all later ones
///    are delivered again.
/// 5. A change that cannot be read is reported, and every other change of the batch is published, whatever retries and
///    bisecting do with the batch.
/// 6. A change that asks for republishing publishes the events of the order's current status once more, under their
///    old ids, by which consumers recognise them.
@NullMarked
package dev.stampede.streamprocessor;

import org.jspecify.annotations.NullMarked;
