/// Runs functions as AWS Lambda does: each in a process of its own under AWS's runtime interface client, which talks to
/// a Runtime API here (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
///
/// - `FunctionPool` is the service's front; one `PooledFunction` per function decides who runs where.
/// - `WorkerProcess` is one execution environment. It serves several invocations at once, as Lambda's managed instances
///   do, because fifteen functions with an environment per request do not fit a laptop.
/// - `RuntimeApi` is what a worker polls. `WorkerMain` is what a worker runs.
/// - `AotCaches` makes starts short, once per jar.
@NullMarked
package dev.stampede.cloud.lambda;

import org.jspecify.annotations.NullMarked;
