package dev.stampede.cloud.lambda;

import dev.stampede.cloud.lambda.Invoker.Result;
import org.jspecify.annotations.Nullable;

/// A worker's side of the Runtime API.
record WorkerSession(PooledFunction function, WorkerProcess worker) implements RuntimeApi.Session {

    @Override
    public RuntimeApi.@Nullable Event next() throws InterruptedException {
        return function.next(worker);
    }

    @Override
    public void undelivered(String requestId) {
        function.undelivered(worker, requestId);
    }

    @Override
    public boolean succeeded(String requestId, byte[] answer) {
        return function.answered(
                worker,
                requestId,
                answer.length > Failure.MAX_PAYLOAD_BYTES
                        ? new Failure.TooLarge(answer.length).of(requestId)
                        : new Result.Success(answer));
    }

    @Override
    public boolean failed(String requestId, byte[] error) {
        return function.answered(worker, requestId, new Result.FunctionError(error));
    }

    @Override
    public void initFailed(byte[] error) {
        function.initFailed(worker, error);
    }
}
