/// What invokes functions without a request: event source mappings of queues and streams, and schedules, with the
/// settings the template gives them. All act with the function's role, as Lambda's own pollers do.
@NullMarked
package dev.stampede.cloud.eventsource;

import org.jspecify.annotations.NullMarked;
