package io.stockledger.server.http;

import io.stockledger.api.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a view as JSON, at one go. That JSON is wanted was seen when the method was found, and
 * whether the caller has the answer already when it was made: Spring would find out both again.
 */
final class ViewAnswers implements HandlerMethodReturnValueHandler {
  private final JsonMapper json;

  /** By method: Spring asks for every request. */
  private final ConcurrentMap<Method, Boolean> answersViews = new ConcurrentHashMap<>();

  ViewAnswers(JsonMapper json) {
    this.json = json;
  }

  /** A {@code ResponseEntity} of a view, and of nothing else. */
  @Override
  public boolean supportsReturnType(MethodParameter returnType) {
    Method method = returnType.getMethod();
    if (method == null || returnType.getParameterType() != ResponseEntity.class) {
      return false;
    }
    Boolean known = answersViews.get(method);
    return known == null
        ? answersViews.computeIfAbsent(method, m -> answersView(returnType))
        : known;
  }

  private static boolean answersView(MethodParameter returnType) {
    Class<?> body = ResolvableType.forMethodParameter(returnType).getGeneric().resolve();
    return body != null && Answer.View.class.isAssignableFrom(body);
  }

  @Override
  public void handleReturnValue(
      @Nullable Object returned,
      MethodParameter returnType,
      ModelAndViewContainer container,
      NativeWebRequest request)
      throws IOException {
    container.setRequestHandled(true);
    HttpServletResponse response = request.getNativeResponse(HttpServletResponse.class);
    if (!(returned instanceof ResponseEntity<?> entity) || response == null) {
      throw new IllegalStateException("no answer, or nowhere to write it");
    }
    response.setStatus(entity.getStatusCode().value());
    entity
        .getHeaders()
        .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    if (entity.getBody() != null) {
      byte[] body = json.writeValueAsBytes(entity.getBody());
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
