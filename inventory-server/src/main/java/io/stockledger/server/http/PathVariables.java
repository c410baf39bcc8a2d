package io.stockledger.server.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Parts of the path, as they stand: they are texts, and have nothing to be converted to. */
final class PathVariables implements HandlerMethodArgumentResolver {
  /** A parameter would look for its name by reflection anew with every request. */
  private final Map<MethodParameter, String> names = new ConcurrentHashMap<>();

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    PathVariable variable = parameter.getParameterAnnotation(PathVariable.class);
    return variable != null
        && variable.value().isEmpty()
        && parameter.getParameterType() == String.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binderFactory) {
    Object variables =
        request.getAttribute(
            HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
    String name = names.computeIfAbsent(parameter, PathVariables::name);
    Object value = variables instanceof Map<?, ?> map ? map.get(name) : null;
    if (value == null) {
      throw new IllegalStateException("the path has no " + name);
    }
    return value;
  }

  private static String name(MethodParameter parameter) {
    String name = parameter.getParameterName();
    if (name == null) {
      throw new IllegalStateException(parameter + " has no name; compile with -parameters");
    }
    return name;
  }
}
