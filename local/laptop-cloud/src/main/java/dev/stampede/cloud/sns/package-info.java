/// Amazon SNS: topics, subscriptions with filter policies, and deliveries to queues and functions.
@NullMarked
package dev.stampede.cloud.sns;

import org.jspecify.annotations.NullMarked;
