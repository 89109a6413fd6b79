package dev.stampede.dynamodb.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            gzip                          | GZIP
            GZIP, identity                | GZIP
            br, identity, deflate, gzip   | DEFLATE
            gzip;q=0.8, deflate;q=0.5     | GZIP
            gzip;q=0.2, deflate;q=0.5     | DEFLATE
            gzip;q=0                      | none
            *                             | GZIP
            *, gzip;q=0.5                 | DEFLATE
            *, deflate                    | DEFLATE
            *;q=0                         | none
            gzip;q=31, deflate;q=51       | GZIP
            deflate;q=0.5, gzip;q=x       | GZIP
            identity, br, x-gzip          | none
            """)
    void theFirstOfTheBestWishesIsGranted(String accepted, Packing packing) {
        assertThat(Packing.of(accepted)).isEqualTo(packing);
    }

    @Test
    void nobodyIsPackedForUnasked() {
        assertThat(Packing.of(null)).isNull();
    }
}
