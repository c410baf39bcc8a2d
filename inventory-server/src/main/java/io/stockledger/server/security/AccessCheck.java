package io.stockledger.server.security;

import io.stockledger.server.problem.ProblemException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a caller through to an address if one of its roles has the scope that it needs. */
public final class AccessCheck implements HandlerInterceptor {
  private static final String CALLER = Caller.class.getName();

  /** By method; what is said of it does not change. */
  private static final ConcurrentMap<Method, Scope> REQUIRED = new ConcurrentHashMap<>();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      return true; // it was let through when it came; this is the end of a streamed answer
    }
    if (handler instanceof HandlerMethod method && request.getRequestURI().startsWith("/v1/")) {
      Scope known = REQUIRED.get(method.getMethod());
      require(
          request,
          known == null
              ? REQUIRED.computeIfAbsent(method.getMethod(), m -> required(method))
              : known);
    }
    return true;
  }

  private static Scope required(HandlerMethod method) {
    Requires requires = method.getMethodAnnotation(Requires.class);
    if (requires == null && !describes(method)) {
      throw new IllegalStateException(method + " does not say what scope it requires");
    }
    return requires == null ? Scope.DESCRIPTION_READ : requires.value();
  }

  /** The generated description, and the answer to OPTIONS, have no method of ours to say it on. */
  private static boolean describes(HandlerMethod method) {
    String origin = method.getBeanType().getPackageName();
    return origin.startsWith("org.springdoc") || origin.startsWith("org.springframework.web");
  }

  private static void require(HttpServletRequest request, Scope scope) {
    Caller caller = callerOf(request);
    if (caller == null || !caller.may(scope)) {
      throw Caller.forbidden(scope);
    }
  }

  /** Records an access that was refused, here or by a finer rule behind this one. */
  public static void record(HttpServletRequest request, ProblemException refused) {
    Object scope = refused.problem().members().get("scope");
    AccessLog.refused(
        request, "forbidden", callerOf(request), scope == null ? null : scope.toString());
  }

  static void enter(HttpServletRequest request, Caller caller) {
    request.setAttribute(CALLER, caller);
  }

  /** Who calls; nobody on addresses that are open to all. */
  public static @Nullable Caller callerOf(HttpServletRequest request) {
    return (Caller) request.getAttribute(CALLER);
  }
}
