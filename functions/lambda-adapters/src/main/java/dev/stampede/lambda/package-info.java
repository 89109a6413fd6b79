/// The protocol edges of a function: HTTP API requests, their callers, bodies and responses (payload format 2.0),
/// partial batches of SQS and DynamoDB streams, AWS clients, the pause before another call of them, reads of many
/// items, the key that tokens are signed with, and log lines. No business rule lives here.
@NullMarked
package dev.stampede.lambda;

import org.jspecify.annotations.NullMarked;
