package io.stockledger.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikenessTest {
  @Test
  void another_value_is_a_difference() {
    assertThat(Likeness.differences("{\"a\": 1}", "{\"a\":2}")).containsExactly(".a is 2, not 1");
  }

  @Test
  void a_member_that_is_not_documented_is_a_difference() {
    assertThat(Likeness.differences("{\"a\": 1}", "{\"a\":1,\"b\":2}")).hasSize(1);
  }

  @Test
  void a_missing_member_is_a_difference() {
    assertThat(Likeness.differences("{\"a\": 1}", "{}")).containsExactly(".a is missing");
  }

  @Test
  void dots_stand_for_any_value_and_for_further_members() {
    assertThat(Likeness.differences("{\"a\": \"…\", \"…\": \"…\"}", "{\"a\":[1],\"b\":2}"))
        .isEmpty();
  }

  @Test
  void lines_are_compared_one_by_one() {
    assertThat(Likeness.differences("a,…,c\nd,e,f", "a,b,c\nd,e,g")).hasSize(1);
  }
}
