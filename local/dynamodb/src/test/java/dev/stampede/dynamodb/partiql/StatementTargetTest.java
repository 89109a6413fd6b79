package dev.stampede.dynamodb.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTargetTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select * from music                                               | Select | music |
            SELECT a.from, "b"[0] FROM "music"."gen re" WHERE attribute_type(a, ?) | Select | music | gen re
            EXISTS(SELECT * FROM "music" WHERE p = ?)                         | Select | music |
            INSERT INTO music VALUE {'p': ?, 's': <<?, 1>>}                   | Insert | music |
            Update "music" SET a = set_add(a, <<?, 1>>) WHERE p = ?           | Update | music |
            DELETE FROM music WHERE p = ?                                     | Delete | music |
            """)
    void isKnownWhateverTheParametersAre(String statement, String verb, String table, String index) {
        assertThat(StatementTarget.of(statement))
                .contains(new StatementTarget(verb, table, Optional.ofNullable(index)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DROP TABLE music", "SELECT * music", "INSERT music", "'SELECT' * FROM music"})
    void whatIsNoStatementHasNone(String text) {
        assertThat(StatementTarget.of(text)).isEmpty();
    }

    @Test
    void whatOnlyLooksLikeAKeywordIsAName() {
        assertThat(StatementTarget.of("UPDATE \"SET\" SET a = 1 WHERE p = 'a'"))
                .contains(new StatementTarget("Update", "SET", Optional.empty()));
    }
}
