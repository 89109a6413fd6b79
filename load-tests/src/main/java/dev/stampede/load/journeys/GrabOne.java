package dev.stampede.load.journeys;

import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.pause;

import dev.stampede.load.endpoints.Orders;
import dev.stampede.load.endpoints.Seen;
import dev.stampede.load.sale.Answer;
import dev.stampede.load.sale.Answer.Request;
import dev.stampede.load.sale.Answers;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// A buyer in a sale: orders one piece, some send it twice, all wait to hear what has become of it.
/// Who is asked to come back does, with the same key.
///
/// @param label what the requests are called in the report, such as `sale`
public record GrabOne(String label, Duration patience, Answers answers) {

    /// In the session: whether this buyer sends the order twice.
    public static final String TWICE = "twice";

    private static final String TRIES = "tries";
    private static final String ANSWERED = "answered";
    private static final int MOST_TRIES = 10;
    private static final int LONGEST_RETRY_AFTER = 10;

    public ChainBuilder chain() {
        return untilAnswered(Request.PLACE, placeName())
                .exec(doIf(session -> session.getBoolean(TWICE))
                        .then(untilAnswered(Request.REPLAY, label + ": place again")))
                .exec(doIf(session -> session.contains(Orders.ORDER))
                        .then(FollowOrder.chain(
                                label + ": read order", patience, session -> note(Request.READ, session))));
    }

    public String placeName() {
        return label + ": place order";
    }

    private ChainBuilder untilAnswered(Request request, String name) {
        return exec(session -> session.set(TRIES, 0).set(ANSWERED, false))
                .exec(asLongAs(session -> !session.getBoolean(ANSWERED)).on(
                        exec(Seen::forgotten)
                                .exec(Orders.served(name))
                                .exec(session -> answered(note(request, session), session))
                                .exec(doIf(session -> !session.getBoolean(ANSWERED)).then(
                                        pause(GrabOne::retryAfter)))));
    }

    /// No answer and a broken one are tried again too, as shoppers do: an error is counted, and must not hide a loss.
    private static Session answered(Answer answer, Session session) {
        int tries = session.getInt(TRIES) + 1;
        boolean settled = answer.isAccepted() || answer.isSoldOut() || tries == MOST_TRIES;
        Session next = session.markAsSucceeded().set(TRIES, tries).set(ANSWERED, settled);
        if (!answer.isAccepted() || answer.faulty() || session.contains(Orders.ORDER)) {
            return next;
        }
        return next.set(Orders.ORDER, session.getString(Seen.ORDER))
                .set(Orders.RECEIPT, session.getString(Seen.RECEIPT));
    }

    private Answer note(Request request, Session session) {
        Answer answer = new Answer(
                request,
                session.getString(Orders.KEY),
                session.contains(Seen.STATUS) ? session.getInt(Seen.STATUS) : 0,
                text(session, Seen.CODE),
                text(session, Seen.ORDER),
                text(session, Seen.STATE),
                session.contains(Seen.MILLIS) ? session.getInt(Seen.MILLIS) : 0,
                session.isFailed());
        answers.add(answer);
        return answer;
    }

    private static Duration retryAfter(Session session) {
        int seconds = text(session, Seen.RETRY_AFTER)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Math.min(LONGEST_RETRY_AFTER, Integer.parseInt(text)))
                .orElse(1);
        return Duration.ofMillis(seconds * 1000L + ThreadLocalRandom.current().nextInt(500));
    }

    private static Optional<String> text(Session session, String name) {
        return Optional.ofNullable(session.getString(name));
    }
}
