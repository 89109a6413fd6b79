/// Streams: what has changed in a table, in order, for 24 hours
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html). A stream has as many shards as were
/// set when it was enabled; they neither split nor end before the stream does.
@NullMarked
package dev.stampede.dynamodb.stream;

import org.jspecify.annotations.NullMarked;
