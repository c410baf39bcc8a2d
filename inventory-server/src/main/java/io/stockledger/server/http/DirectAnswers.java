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
 * Writes a view as JSON, or an answer of the ledger as the bytes it is, at one go. That JSON is
 * wanted was seen when the method was found, and whether the caller has the answer already when it
 * was made: Spring would find out both again.
 */
final class DirectAnswers implements HandlerMethodReturnValueHandler {
  private final JsonMapper json;

  /** By method: Spring asks for every request. */
  private final ConcurrentMap<Method, Boolean> direct = new ConcurrentHashMap<>();

  DirectAnswers(JsonMapper json) {
    this.json = json;
  }

  /** A {@code ResponseEntity} of a view or of bytes, and of nothing else. */
  @Override
  public boolean supportsReturnType(MethodParameter returnType) {
    Method method = returnType.getMethod();
    if (method == null || returnType.getParameterType() != ResponseEntity.class) {
      return false;
    }
    Boolean known = direct.get(method);
    return known == null ? direct.computeIfAbsent(method, m -> isDirect(returnType)) : known;
  }

  private static boolean isDirect(MethodParameter returnType) {
    Class<?> body = ResolvableType.forMethodParameter(returnType).getGeneric().resolve();
    return body == byte[].class || (body != null && Answer.View.class.isAssignableFrom(body));
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
    Object body = entity.getBody();
    if (body instanceof byte[] bytes) {
      write(bytes, response);
    } else if (body != null) {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      write(json.writeValueAsBytes(body), response);
    }
  }

  private static void write(byte[] body, HttpServletResponse response) throws IOException {
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
