/// Amazon SNS: topics, subscriptions with filter policies, and deliveries to queues and functions.
package dev.stampede.cloud.sns;
