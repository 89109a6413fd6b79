package dev.stampede.cloud.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class FormFuzzTest {

    @FuzzTest
    void anyBodyOfTheQueryProtocolIsRead(byte[] bytes) {
        Form form = Form.parse(new String(bytes, UTF_8));

        assertThat(form.parameters()).doesNotContainValue(null);
        assertThat(form.elements("Entries.member")).allMatch(element -> !element.parameters().isEmpty());
        assertThat(form.members("Names").size()).isLessThanOrEqualTo(form.parameters().size());
        assertThat(form.find("Action").orElse("")).isEqualTo(form.text("Action"));
    }
}
