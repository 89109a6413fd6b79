/// What runs inside a function's process: a worker has these classes of ours on its class path, and no other.
@NullMarked
package dev.stampede.cloud.lambda.worker;

import org.jspecify.annotations.NullMarked;
