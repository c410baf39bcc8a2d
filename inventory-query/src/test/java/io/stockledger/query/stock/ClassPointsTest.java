package io.stockledger.query.stock;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockledger.api.product.VelocityClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a velocity class adds to the score of what to count next. */
class ClassPointsTest {
  @ParameterizedTest
  @CsvSource({"A, 10", "B, 5", "C, 0", ", 0"})
  void what_moves_more_is_counted_more_often(VelocityClass velocityClass, int points) {
    assertThat(ClassPoints.of(velocityClass)).isEqualTo(points);
  }

  @Test
  void the_statement_is_given_the_points_of_every_class() {
    assertThat(ClassPoints.BY_CLASS).isEqualTo("{\"A\":10,\"B\":5,\"C\":0}");
  }
}
