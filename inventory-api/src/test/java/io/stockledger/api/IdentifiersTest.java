package io.stockledger.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  private static final Pattern FORM = Pattern.compile(Identifiers.PATTERN);

  @ParameterizedTest
  @ValueSource(strings = {"L1", "85123A", "a", "...", ".a", "a.b_c~d-e"})
  void an_id_of_plain_characters_is_taken(String id) {
    assertThat(Identifiers.isValid(id)).isTrue();
    assertThat(FORM.matcher(id).matches()).isTrue();
    assertThat(Identifiers.require("sku", id)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a b", "a/b", "é", "a\u0000", "a:b", "a\n"})
  void an_id_that_is_not_one_plain_segment_of_a_url_is_refused(String id) {
    assertThat(Identifiers.isValid(id)).isFalse();
    assertThat(FORM.matcher(id).matches()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Identifiers.require("sku", id))
        .withMessageContaining("sku");
  }

  @Test
  void an_id_has_at_most_64_characters() {
    assertThat(Identifiers.isValid("a".repeat(64))).isTrue();
    assertThat(Identifiers.isValid("a".repeat(65))).isFalse();
  }
}
