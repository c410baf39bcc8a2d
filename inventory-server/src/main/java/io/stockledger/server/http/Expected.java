package io.stockledger.server.http;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * What a controller's method expects of a request; read from its signature once.
 *
 * @param write whether it takes a {@link Write}
 * @param read whether it takes a {@link Read}
 * @param get whether it answers GET, and so a conditional one
 * @param parameters the record of its query parameters, if it has any
 * @param parameterNames all names that its query may have
 * @param body the record of its body, if it takes one
 * @param bodyOptional whether it does without
 */
record Expected(
    boolean write,
    boolean read,
    boolean get,
    @Nullable Class<?> parameters,
    Set<String> parameterNames,
    @Nullable Class<?> body,
    boolean bodyOptional) {

  private static final ConcurrentMap<java.lang.reflect.Method, Expected> KNOWN =
      new ConcurrentHashMap<>();

  static Expected by(HandlerMethod method) {
    Expected known = KNOWN.get(method.getMethod());
    return known == null ? KNOWN.computeIfAbsent(method.getMethod(), m -> read(method)) : known;
  }

  private static Expected read(HandlerMethod method) {
    boolean write = parameter(method, p -> p.getParameterType() == Write.class).isPresent();
    Class<?> parameters =
        parameter(method, p -> p.hasParameterAnnotation(ParameterObject.class))
            .<Class<?>>map(MethodParameter::getParameterType)
            .orElse(null);
    Optional<MethodParameter> body =
        parameter(method, p -> p.hasParameterAnnotation(RequestBody.class));
    Set<String> names = new HashSet<>();
    if (write) {
      names.add(RequestCheck.DRY_RUN);
    }
    if (parameters != null) {
      Shape.of(parameters).components().forEach(c -> names.add(c.name()));
    }
    return new Expected(
        write,
        parameter(method, p -> p.getParameterType() == Read.class).isPresent(),
        method.hasMethodAnnotation(GetMapping.class),
        parameters,
        Set.copyOf(names),
        body.<Class<?>>map(MethodParameter::getParameterType).orElse(null),
        body.map(MethodParameter::isOptional).orElse(false));
  }

  private static Optional<MethodParameter> parameter(
      HandlerMethod method, Predicate<MethodParameter> which) {
    return Arrays.stream(method.getMethodParameters()).filter(which).findFirst();
  }
}
