package dev.stampede.cloud.sqs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another process sends, receives, deletes and fails messages, and is killed in the middle of it.
class KillTest {

    /// By hand more of them: `-Dkill.rounds=20`.
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
    private static final int MOST = 2_000;

    @Test
    void killingTheProcessLosesNothingThatWasAnsweredAndBringsBackNothingThatWasDeleted(@TempDir Path temporary)
            throws Exception {
        Path folder = temporary.resolve("queues");
        Set<String> sent = new HashSet<>();
        Set<String> deleted = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            int until = ThreadLocalRandom.current().nextInt(MOST / 4, MOST);
            Process process = worker(folder, round, "exec \"$@\"");
            try (BufferedReader told = process.inputReader(StandardCharsets.UTF_8)) {
                int lines = 0;
                for (String line = told.readLine(); line != null && line.endsWith("."); line = told.readLine()) {
                    (line.startsWith("sent ") ? sent : deleted)
                            .add(line.substring(line.indexOf(' ') + 1, line.length() - 1));
                    if (++lines == until) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
            process.waitFor();
        }

        try (Account account = Account.in(folder)) {
            List<String> left = drained(account, "jobs");
            List<String> dead = drained(account, "dead");
            assertThat(dead).as("dead letters on the way").isNotEmpty();
            List<String> all = new ArrayList<>(left);
            all.addAll(dead);
            assertThat(all).doesNotHaveDuplicates();
            Set<String> missing = new HashSet<>(sent);
            missing.removeAll(deleted);
            all.forEach(missing::remove);
            // What the killed process had deleted when it could not say so any more.
            assertThat(missing).hasSizeLessThanOrEqualTo(ROUNDS);
            assertThat(all).doesNotContainAnyElementsOf(deleted);
        }
    }

    /// A limit on the size of files is what a process can be given of a full disk without being root.
    @Test
    void onAFullDiskEverySendThatIsNotKeptIsRefusedAndNothingIsLost(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/bash")) || "true".equals(System.getenv("CI")),
                "there is no bash to set a limit with");
        Process process = worker(folder, 0, "ulimit -f 300; exec \"$@\"");
        Set<String> sent = new HashSet<>();
        Set<String> deleted = new HashSet<>();
        List<String> told = process.inputReader(StandardCharsets.UTF_8).lines().toList();
        told.stream().filter(line -> line.startsWith("sent "))
                .forEach(line -> sent.add(line.substring(5, line.length() - 1)));
        told.stream().filter(line -> line.startsWith("deleted "))
                .forEach(line -> deleted.add(line.substring(8, line.length() - 1)));
        assertThat(process.waitFor()).as(told.getLast()).isEqualTo(Worker.REFUSED);

        try (Account account = Account.in(folder)) {
            Collection<String> all = drained(account, "jobs");
            all.addAll(drained(account, "dead"));
            sent.removeAll(deleted);
            assertThat(all).containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    private static List<String> drained(Account account, String queue) {
        List<String> bodies = new ArrayList<>();
        account.call("SetQueueAttributes", "{'QueueUrl':'" + queue + "','Attributes':{'RedrivePolicy':''}}");
        for (List<JsonNode> some = account.receive(queue); !some.isEmpty(); some = account.receive(queue)) {
            some.forEach(message -> account.delete(queue, message));
            bodies.addAll(Account.bodies(some));
        }
        return bodies;
    }

    private static Process worker(Path folder, int round, String how) throws IOException {
        return new ProcessBuilder("/bin/bash", "-c", how, "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-cp",
                System.getProperty("java.class.path"), Worker.class.getName(), folder.toString(),
                Integer.toString(round))
                .redirectErrorStream(true)
                .start();
    }

    /// Sends in batches; of what it receives it deletes every second message and shows the others again. One message of
    /// ten batches is never deleted, and so becomes a dead letter. Says what was answered.
    static final class Worker {

        static final int REFUSED = 3;

        public static void main(String[] args) {
            try (Account account = Account.in(Path.of(args[0]))) {
                account.queue("dead").queue("jobs", Account.redrive("dead", 3));
                for (int i = 0; true; i++) {
                    work(account, args[1] + "-" + i);
                }
            } catch (SqsException e) {
                System.out.println(e.code() + " " + e.getCause());
                System.out.flush();
                Runtime.getRuntime().halt(REFUSED);
            }
        }

        private static void work(Account account, String name) {
            var answer = account.call("SendMessageBatch",
                    "{'QueueUrl':'jobs','Entries':[{'Id':'0','MessageBody':'" + name
                            + "-0'},{'Id':'1','MessageBody':'" + name + "-1'},{'Id':'2','MessageBody':'" + name
                            + "-2'}]}");
            answer.get("Successful").forEach(each -> tell("sent " + name + "-" + each.get("Id").asText()));
            List<JsonNode> received = account.receive("jobs", 5);
            for (int i = 0; i < received.size(); i++) {
                if (i % 2 == 0 && !received.get(i).get("Body").asText().endsWith("0-2")) {
                    account.delete("jobs", received.get(i));
                    tell("deleted " + received.get(i).get("Body").asText());
                } else {
                    account.show("jobs", received.get(i), 0);
                }
            }
        }

        private static void tell(String what) {
            System.out.println(what + ".");
            System.out.flush();
        }
    }
}
