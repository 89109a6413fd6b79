package dev.stampede.verification.prove;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/// Prints progress: on a terminal one line of figures that is overwritten, elsewhere a line now and then.
public final class Progress {

    private static final Duration ON_A_TERMINAL = Duration.ofSeconds(1);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);
    private static final String OVER = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private boolean injectingFaults;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /// Prints the start of a new phase.
    public synchronized void phase(String what) {
        out.printf("%s%4d s  %s%n", terminal ? OVER : "", seconds(), what);
    }

    /// From now on the cloud's complaints are expected.
    synchronized void faultsBegin() {
        injectingFaults = true;
    }

    /// Prints what the cloud reports. While faults are injected only denied calls are printed: the rest is intended.
    public synchronized void cloudSays(String line) {
        if (!injectingFaults || line.startsWith("AccessDenied")) {
            phase(line);
        }
    }

    /// Figures that are printed until closed.
    interface Figures extends AutoCloseable {
        @Override
        void close();
    }

    Figures counting(Supplier<String> figures) {
        Thread printer = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Thread.sleep(terminal ? ON_A_TERMINAL : ELSEWHERE);
                    print(figures.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return () -> {
            printer.interrupt();
            joinUnlessInterrupted(printer);
            print(figures.get() + (terminal ? "\n" : ""));
        };
    }

    private static void joinUnlessInterrupted(Thread printer) {
        try {
            printer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void print(String figures) {
        if (terminal) {
            out.printf("%s%4d s  %s", OVER, seconds(), figures);
        } else {
            out.printf("%4d s  %s%n", seconds(), figures);
        }
        out.flush();
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }
}
