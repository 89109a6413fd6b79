package dev.stampede.testing;

import org.junit.jupiter.api.Assumptions;

/// Where contracts run. An engine starts with the first test that wants it and ends with the JVM.
public enum Engine {
    /// The laptop cloud's engines, in this JVM.
    EMBEDDED {
        @Override
        public Cloud cloud() {
            return Embedded.CLOUD;
        }
    },
    LOCALSTACK {
        @Override
        public Cloud cloud() {
            return switch (Container.START) {
                case LocalStack.Start.Running(Cloud cloud) -> cloud;
                case LocalStack.Start.Skipped(String reason) -> Assumptions.<Cloud>abort(reason);
            };
        }
    };

    /// @throws org.opentest4j.TestAbortedException where the engine cannot be had on this machine
    public abstract Cloud cloud();

    private static final class Embedded {
        static final Cloud CLOUD = EmbeddedCloud.start();
    }

    private static final class Container {
        static final LocalStack.Start START = LocalStack.start();

        static {
            if (START instanceof LocalStack.Start.Skipped(String reason)) {
                System.out.println(reason);
            }
        }
    }
}
