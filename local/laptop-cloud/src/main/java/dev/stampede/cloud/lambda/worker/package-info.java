/// What runs inside a function's process: a worker has these classes of ours on its class path, and no other.
package dev.stampede.cloud.lambda.worker;
