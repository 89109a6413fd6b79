package dev.stampede.dynamodb.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {

    @Test
    void everyOptionIsTaken() throws Options.Wrong {
        String line = "--port 1 --folder f --region r --account 123456789012 --limits --pages";

        assertThat(Options.parse(List.of(line.split(" "))))
                .isEqualTo(new Options(1, Path.of("f"), "r", "123456789012", true, true));
    }

    @ParameterizedTest
    @CsvSource({
        "--port,         --port needs a value",
        "--port x,       A port is a number from 0 to 65535 and not x",
        "--port 65536,   A port is a number from 0 to 65535 and not 65536",
        "--account 1,    An account has twelve digits and not 1",
        "--ports 1,      There is no option --ports; --help lists those there are"
    })
    void whatIsWrongIsSaid(String line, String message) {
        assertThatThrownBy(() -> Options.parse(List.of(line.split(" "))))
                .isInstanceOf(Options.Wrong.class)
                .hasMessage(message);
    }
}
