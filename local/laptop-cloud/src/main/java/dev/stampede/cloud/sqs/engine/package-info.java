/// Amazon SQS's standard queues in this process and on no port: both protocols, durable over a store, exact in its
/// counts and its long polling. It knows neither roles nor templates nor the shop.
/// (https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/Welcome.html)
@NullMarked
package dev.stampede.cloud.sqs.engine;

import org.jspecify.annotations.NullMarked;
