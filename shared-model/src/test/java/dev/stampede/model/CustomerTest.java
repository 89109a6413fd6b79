package dev.stampede.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerTest {

    @ParameterizedTest
    @CsvSource({
        "ann@example.com,             ann@example.com",
        "Ann@Example.COM,             ann@example.com",
        "'  ann@example.com ',        ann@example.com",
        "ann+sale@example.com,        ann@example.com",
        "ann+a+b@example.com,         ann@example.com",
        "ann+@example.com,            ann@example.com",
        "a@googlemail.com,            a@gmail.com",
        // Dots count everywhere but where the provider says that they do not.
        "a.nn@example.com,            a.nn@example.com",
        "a.n.n@gmail.com,             ann@gmail.com",
        "A.nn+sale@GoogleMail.com,    ann@gmail.com",
        "ann@gmail.com.example.org,   ann@gmail.com.example.org",
        "a.nn@mygmail.com,            a.nn@mygmail.com",
        // Odd ones stay apart from each other rather than fall together.
        "+x@gmail.com,                +x@gmail.com",
        "+x@example.com,              +x@example.com",
        "'\"a@b\"@example.com',       '\"a@b\"@example.com'",
        "a@b@c,                       a@b@c",
        "a+t@b@c,                     a@c",
        "@,                           @",
        "@gmail.com,                  @gmail.com",
        "a@,                          a@",
        "nobody,                      nobody",
        "a+b,                         a+b",
    })
    void oneMailboxIsOneCustomerHoweverItIsWritten(String address, String mailbox) {
        assertThat(customer(address).identity()).isEqualTo("email:" + mailbox);
    }

    @Test
    void theAddressWinsOverTheId() {
        assertThat(new Customer(Optional.of("ann@example.com"), Optional.of("c-1")).identity())
                .isEqualTo("email:ann@example.com");
    }

    @Test
    void anIdIsAnotherThanTheAddressThatReadsAlike() {
        assertThat(new Customer(Optional.empty(), Optional.of(" c-1 ")).identity()).isEqualTo("id:c-1");
        assertThat(new Customer(Optional.empty(), Optional.of("ann@example.com")).identity())
                .isNotEqualTo(customer("ann@example.com").identity());
    }

    @Test
    void idsDifferByCase() {
        assertThat(new Customer(Optional.empty(), Optional.of("C-1")).identity()).isEqualTo("id:C-1");
    }

    @Test
    void mailGoesToTheAddressAsItWasGivenButForCase() {
        assertThat(customer(" Ann+Sale@Example.com ").email()).contains("ann+sale@example.com");
    }

    @Test
    void nobodyIsNoCustomer() {
        assertThatThrownBy(() -> new Customer(Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyAnAddressCanBeProven() {
        assertThat(customer("a@b.example").proven()).isFalse();
        assertThat(customer("A@b.example").asProven())
                .isEqualTo(new Customer(Optional.of("a@b.example"), Optional.empty(), true));
        assertThatThrownBy(() -> new Customer(Optional.empty(), Optional.of("c-1"), true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Customer customer(String address) {
        return new Customer(Optional.of(address), Optional.empty());
    }
}
