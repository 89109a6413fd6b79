package dev.stampede.local.engine;

import java.time.Duration;
import org.apache.pekko.actor.OneForOneStrategy;
import org.apache.pekko.actor.SupervisorStrategy;
import org.apache.pekko.actor.SupervisorStrategyConfigurator;
import org.apache.pekko.japi.pf.DeciderBuilder;

/// What happens to ElasticMQ's store when a write fails: it goes on. The caller gets no answer and so an error. A restart,
/// which is Pekko's default, would forget the tables of all queues, and every later write would be answered as done.
public final class Resuming implements SupervisorStrategyConfigurator {

    @Override
    public SupervisorStrategy create() {
        return new OneForOneStrategy(-1, Duration.ofMinutes(1),
                DeciderBuilder.matchAny(_ -> SupervisorStrategy.resume()).build());
    }
}
