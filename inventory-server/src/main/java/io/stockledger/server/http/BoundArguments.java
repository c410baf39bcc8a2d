package io.stockledger.server.http;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers what {@link RequestCheck} made of the headers and parameters. */
final class BoundArguments implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Write.class
        || parameter.getParameterType() == Read.class
        || parameter.getParameterType() == Batch.class
        || parameter.hasParameterAnnotation(ParameterObject.class);
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer mavContainer,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binderFactory) {
    if (parameter.getParameterType() == Batch.class) {
      return request.getAttribute(BatchCheck.BATCH, RequestAttributes.SCOPE_REQUEST);
    }
    String attribute =
        parameter.hasParameterAnnotation(ParameterObject.class)
            ? RequestCheck.PARAMETERS
            : RequestCheck.MESSAGE;
    return request.getAttribute(attribute, RequestAttributes.SCOPE_REQUEST);
  }
}
