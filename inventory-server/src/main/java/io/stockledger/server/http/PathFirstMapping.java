package io.stockledger.server.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the method for a request by its path before anything else. Spring looks at the forms that
 * each method takes and gives first, for every one of some fifty methods, of which the path leaves
 * one or two.
 */
final class PathFirstMapping extends RequestMappingHandlerMapping {
  @Override
  protected @Nullable RequestMappingInfo getMatchingMapping(
      RequestMappingInfo info, HttpServletRequest request) {
    boolean possible =
        info.getMethodsCondition().getMatchingCondition(request) != null
            && (info.getPathPatternsCondition() == null
                || info.getPathPatternsCondition().getMatchingCondition(request) != null);
    return possible ? super.getMatchingMapping(info, request) : null;
  }
}
