package dev.stampede.cloud.sqs.engine;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/// The clocks of the engine. Whatever is waited for is timed by `nanos`, which nobody sets back; the wall clock only
/// makes timestamps.
public record Time(InstantSource wall, LongSupplier nanos) {

    public static final Time SYSTEM = new Time(InstantSource.system(), System::nanoTime);
}
