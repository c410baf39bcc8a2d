package io.stockledger.server.write;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What stands in the bytes that an address answers with, for the description of the face. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AnswersWith {
  Class<?> value();

  /** Something with an id of its own may come into being: 201 beside 200. */
  boolean creates() default false;

  /** It is done later: 202 instead of 200, which then is a dry run's. */
  boolean accepts() default false;

  /** It is about one thing with a version, so that {@code If-Match} can name it. */
  boolean takesVersion() default false;
}
