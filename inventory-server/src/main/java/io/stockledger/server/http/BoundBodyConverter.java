package io.stockledger.server.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Hands controllers the body that {@link RequestCheck} has read and checked. */
final class BoundBodyConverter implements HttpMessageConverter<Object> {
  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return type.isRecord() && type.getName().startsWith("io.stockledger.server.");
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return List.of(MediaType.APPLICATION_JSON);
  }

  @Override
  public Object read(Class<?> type, HttpInputMessage message) {
    Object body =
        RequestContextHolder.currentRequestAttributes()
            .getAttribute(RequestCheck.BODY, RequestAttributes.SCOPE_REQUEST);
    if (body == null) {
      throw new HttpMessageNotReadableException("the body was not checked", message);
    }
    return body;
  }

  @Override
  public void write(Object body, @Nullable MediaType contentType, HttpOutputMessage outputMessage) {
    throw new UnsupportedOperationException("reads only");
  }
}
