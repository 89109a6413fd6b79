package dev.stampede.verification.simulation;

import dev.stampede.verification.simulation.Simulation.Run;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Keeps what the functions log off the output while the tests of a class run: it is a thousand lines a seed.
final class Silence implements BeforeAllCallback, AfterAllCallback {

    private static final PrintStream OUT = System.out;

    @Override
    public void beforeAll(ExtensionContext context) {
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        System.setOut(OUT);
    }

    static void say(String text) {
        OUT.println(text);
    }

    /// What a broken run has to tell.
    static String story(Run run) {
        return "seed " + run.seed() + ": " + run.broken().orElse("") + "\n  " + String.join("\n  ", run.last());
    }
}
