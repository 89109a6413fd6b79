package dev.stampede.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PackingTest {

    @Test
    void whatMembersShareIsWrittenOnce() {
        List<Integer> members = IntStream.range(0, 100).boxed().toList();

        assertThat(Packing.pack(members, _ -> List.of("gpu"), 100)).extracting(List::size).containsExactly(99, 1);
        assertThat(Packing.pack(members, member -> List.of(member), 100)).extracting(List::size)
                .containsExactly(50, 50);
    }

    @Test
    void noTransactionHasMoreMembersThanItMay() {
        assertThat(Packing.pack(List.of(1, 2, 3, 4, 5), _ -> List.of(), 2))
                .containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
        assertThat(Packing.pack(List.of(), _ -> List.of(), 2)).isEmpty();
    }

    @Test
    void theFirstAlwaysFindsRoom() {
        Set<Integer> many = new HashSet<>(IntStream.range(0, 200).boxed().toList());
        Packing packing = new Packing();

        assertThat(packing.add(many)).isTrue();
        assertThat(packing.add(List.of())).isFalse();
    }

    @Test
    void whoFindsNoRoomLeavesItToOthers() {
        Packing packing = new Packing();
        packing.add(IntStream.range(0, 97).boxed().toList());

        assertThat(packing.add(List.of("a", "b"))).isFalse();
        assertThat(packing.add(List.of("a"))).isTrue();
        assertThat(packing.add(List.of("a"))).isFalse();
    }
}
