/// Amazon SQS as callers see it: the queues of the template over the [engine][dev.stampede.cloud.sqs.engine].
@NullMarked
package dev.stampede.cloud.sqs;

import org.jspecify.annotations.NullMarked;
