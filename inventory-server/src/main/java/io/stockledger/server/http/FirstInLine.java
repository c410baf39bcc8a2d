package io.stockledger.server.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import tools.jackson.databind.json.JsonMapper;

/** Puts ours before Spring's own, which take the same arguments and answers on a longer way. */
@Component
class FirstInLine implements SmartInitializingSingleton {
  private final RequestMappingHandlerAdapter adapter;
  private final JsonMapper json;

  FirstInLine(RequestMappingHandlerAdapter adapter, JsonMapper json) {
    this.adapter = adapter;
    this.json = json;
  }

  @Override
  public void afterSingletonsInstantiated() {
    adapter.setArgumentResolvers(first(new PathVariables(), adapter.getArgumentResolvers()));
    adapter.setReturnValueHandlers(
        first(new DirectAnswers(json), adapter.getReturnValueHandlers()));
  }

  private static <T> List<T> first(T ours, @Nullable List<T> others) {
    List<T> all = new ArrayList<>();
    all.add(ours);
    if (others != null) {
      all.addAll(others);
    }
    return all;
  }
}
