package dev.stampede.verification.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Claims as a whole: books in order break none of them.
class AuditTest {

    private final World world = new World();

    @Test
    void booksInOrderBreakNoClaim() {
        assertThat(world.offenders()).isEmpty();
        assertThat(Audit.of(world.evidence())).extracting(Finding::claim).doesNotHaveDuplicates();
    }

    @Test
    void evidenceTooBrokenToJudgeSpeaksAgainstTheShop() {
        world.rewrite("kept", order -> order);
        world.catalogue.remove(World.BARGAIN);

        assertThat(world.broken()).contains("Every claim can be judged");
    }
}
