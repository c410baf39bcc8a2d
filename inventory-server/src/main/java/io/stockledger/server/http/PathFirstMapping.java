package io.stockledger.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the method for a request by its path before anything else. Spring looks at the forms that
 * each method takes and gives first, for every one of some seventy methods, of which depth and
 * beginning of the path leave a few and the path one or two. Whatever is not plainly one method's
 * is left to Spring.
 */
final class PathFirstMapping extends RequestMappingHandlerMapping {
  private Map<Place, List<Candidate>> places = Map.of();

  /**
   * Where a path leads.
   *
   * @param depth how many slashes it has
   * @param kind its second part, as in {@code /v1/stock/…}
   */
  private record Place(String method, int depth, String kind) {
    static Place of(String method, String path) {
      int depth = 0;
      for (int i = 0; i < path.length(); i++) {
        depth += path.charAt(i) == '/' ? 1 : 0;
      }
      int second = path.indexOf('/', 1) + 1;
      int end = path.indexOf('/', second);
      return new Place(
          method,
          depth,
          second == 0 ? path : path.substring(second, end < 0 ? path.length() : end));
    }

    /** Whether its paths can be told by this: the second part is a word, the depth is known. */
    boolean isPlain(String pattern) {
      return kind.indexOf('{') < 0 && pattern.indexOf('*') < 0;
    }
  }

  private record Candidate(RequestMappingInfo info, HandlerMethod method) {}

  /** Before the one that looks for the few addresses of the server's health. */
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> methods) {
    super.handlerMethodsInitialized(methods);
    Map<Place, List<Candidate>> found = new HashMap<>();
    methods.forEach(
        (info, method) -> {
          for (String pattern : info.getPatternValues()) {
            for (RequestMethod verb : verbs(info)) {
              Place place = Place.of(verb.name(), pattern);
              if (place.isPlain(pattern)) {
                found
                    .computeIfAbsent(place, p -> new ArrayList<>())
                    .add(new Candidate(info, method));
              }
            }
          }
        });
    places = found;
  }

  private static Set<RequestMethod> verbs(RequestMappingInfo info) {
    Set<RequestMethod> said = info.getMethodsCondition().getMethods();
    return said.isEmpty() ? Set.of(RequestMethod.values()) : said;
  }

  @Override
  protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
      throws Exception {
    Candidate only = null;
    RequestMappingInfo match = null;
    for (Candidate candidate :
        places.getOrDefault(Place.of(request.getMethod(), path), List.of())) {
      RequestMappingInfo matching = getMatchingMapping(candidate.info(), request);
      if (matching != null) {
        if (only != null) {
          return super.lookupHandlerMethod(path, request);
        }
        only = candidate;
        match = matching;
      }
    }
    if (only == null || match == null) {
      return super.lookupHandlerMethod(path, request);
    }
    request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, only.method());
    handleMatch(match, path, request);
    return only.method();
  }

  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo info, HttpServletRequest request) {
    PathPatternsRequestCondition paths = info.getPathPatternsCondition();
    boolean possible =
        (paths == null || paths.getMatchingCondition(request) != null)
            && info.getMethodsCondition().getMatchingCondition(request) != null;
    return possible ? super.getMatchingMapping(info, request) : null;
  }
}
