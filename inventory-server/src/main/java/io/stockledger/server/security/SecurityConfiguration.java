package io.stockledger.server.security;

import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.ProblemWriter;
import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Nothing is open but the health of the server; everything else needs a key and a scope. Of Spring
 * Security's fourteen filters the chain has what an API without sessions, forms and cookies uses:
 * each filter costs every request (ADR 0011).
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  SecurityFilterChain chain(Credentials credentials, ProblemWriter problems) {
    return new DefaultSecurityFilterChain(
        AnyRequestMatcher.INSTANCE,
        List.<Filter>of(safeHeaders(), new CredentialFilter(credentials, problems)));
  }

  private static HeaderWriterFilter safeHeaders() {
    return new HeaderWriterFilter(
        List.of(
            new XContentTypeOptionsHeaderWriter(),
            new CacheControlHeadersWriter(),
            new XFrameOptionsHeaderWriter(XFrameOptionsHeaderWriter.XFrameOptionsMode.DENY)));
  }

  /**
   * Refuses addresses that can be read in two ways. An encoded slash or percent sign is none: paths
   * are cut into their segments before these are decoded, and names that other systems give may
   * hold them. Names and values of headers need no second look: Tomcat takes no control characters
   * in them.
   */
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowUrlEncodedSlash(true);
    firewall.setAllowUrlEncodedPercent(true);
    firewall.setAllowedHeaderNames(name -> true);
    firewall.setAllowedHeaderValues(value -> true);
    return firewall;
  }

  /** Addresses with doubled slashes, parameters in segments and the like. */
  @Bean
  RequestRejectedHandler rejected(ProblemWriter problems) {
    return (request, response, exception) ->
        problems.write(
            Faults.one("request", "its address or a header is malformed", null).problem(),
            request,
            response);
  }

  /** There are no users with passwords; with this Spring Boot makes none up. */
  @Bean
  AuthenticationManager noPasswords() {
    return authentication -> {
      throw new ProviderNotFoundException("there are no users with passwords");
    };
  }
}
