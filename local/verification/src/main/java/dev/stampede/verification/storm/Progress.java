package dev.stampede.verification.storm;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Supplier;

/// Says what goes on: on a terminal the figures are one line that is written over, elsewhere a line now and then.
public final class Progress {

    private static final Duration ON_A_TERMINAL = Duration.ofSeconds(1);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);
    private static final String OVER = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private boolean stormy;

    public Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /// Something new begins.
    public synchronized void phase(String what) {
        stormy |= what.startsWith("The storm");
        out.printf("%s%4d s  %s%n", terminal ? OVER : "", seconds(), what);
    }

    /// What the cloud says. In a storm it complains of what is done to it: only a denial is nobody's intention.
    public synchronized void cloudSays(String line) {
        if (!stormy || line.startsWith("AccessDenied")) {
            phase(line);
        }
    }

    /// Figures that are shown until closed.
    interface Figures extends AutoCloseable {
        @Override
        void close();
    }

    Figures counting(Supplier<String> figures) {
        Thread teller = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Thread.sleep(terminal ? ON_A_TERMINAL : ELSEWHERE);
                    tell(figures.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return () -> {
            teller.interrupt();
            joinUnlessInterrupted(teller);
            tell(figures.get() + (terminal ? "\n" : ""));
        };
    }

    private static void joinUnlessInterrupted(Thread teller) {
        try {
            teller.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tell(String figures) {
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
