/// Amazon SQS as callers see it: the queues of the template over the [engine][dev.stampede.cloud.sqs.engine].
package dev.stampede.cloud.sqs;
