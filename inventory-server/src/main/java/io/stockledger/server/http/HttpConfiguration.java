package io.stockledger.server.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.stockledger.server.problem.ProblemWriter;
import io.stockledger.server.security.AccessCheck;
import io.stockledger.server.settings.StockledgerSettings;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The order of checks: credential, then scope, size and syntax; the rest is the ledger's. */
@Configuration(proxyBeanMethods = false)
class HttpConfiguration implements WebMvcConfigurer {
  /** How long a write waits for room before it may be told to come again. */
  private static final Duration PATIENCE_FOR_ROOM = Duration.ofSeconds(1);

  private static final Duration LONGEST_WAIT_FOR_ROOM = Duration.ofSeconds(5);

  /** A few requests of a thousand commands are as fast as any number; each may be of 4 MiB. */
  private static final int BATCHES_AT_ONCE = 16;

  /** How long a write keeps its room while its body does not come. */
  private static final Duration MOMENT_FOR_A_BODY = Duration.ofMillis(500);

  private final RequestCheck requestCheck;
  private final BatchCheck batchCheck;

  HttpConfiguration(RequestCheck requestCheck, BatchCheck batchCheck) {
    this.requestCheck = requestCheck;
    this.batchCheck = batchCheck;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new AccessCheck());
    registry.addInterceptor(requestCheck);
    registry.addInterceptor(batchCheck);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new BoundArguments());
  }

  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.addCustomConverter(new BoundBodyConverter());
  }

  /** Names that other systems give may hold a slash: encoded, it is a part of its segment. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesInNames() {
    return factory ->
        factory.addConnectorCustomizers(
            connector ->
                connector.setEncodedSolidusHandling(
                    EncodedSolidusHandling.PASS_THROUGH.getValue()));
  }

  /** What Tomcat refuses before any of our filters sees it is told in the same form. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat() {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
              }
            });
  }

  @Bean
  WebMvcRegistrations pathFirst() {
    return new WebMvcRegistrations() {
      @Override
      public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new PathFirstMapping();
      }
    };
  }

  /** The servlet sets what this filter would; nothing before it asks. */
  @Bean
  FilterRegistrationBean<RequestContextFilter> noRequestContextBeforeTheServlet() {
    FilterRegistrationBean<RequestContextFilter> registration =
        new FilterRegistrationBean<>(new RequestContextFilter());
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  Deadlines deadlines() {
    return new Deadlines();
  }

  /** Before everything else. */
  @Bean
  FilterRegistrationBean<WritesAtOnce> writesAtOnce(
      ProblemWriter problems,
      StockledgerSettings settings,
      Deadlines deadlines,
      MeterRegistry registry) {
    Deadlines.Limit longest = deadlines.limit(LONGEST_WAIT_FOR_ROOM);
    WaitingRoom room = new WaitingRoom(settings.writesAtOnce(), PATIENCE_FOR_ROOM, longest);
    WaitingRoom batchRoom =
        new WaitingRoom(
            Math.min(BATCHES_AT_ONCE, settings.writesAtOnce()), PATIENCE_FOR_ROOM, longest);
    Deadlines.Limit moment = deadlines.limit(MOMENT_FOR_A_BODY);
    FilterRegistrationBean<WritesAtOnce> registration =
        new FilterRegistrationBean<>(new WritesAtOnce(problems, room, batchRoom, moment, registry));
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return registration;
  }

  /** Behind the security filters: nobody without a credential has a body read. */
  @Bean
  FilterRegistrationBean<BodyFilter> bodyLimit(ProblemWriter problems) {
    FilterRegistrationBean<BodyFilter> registration =
        new FilterRegistrationBean<>(new BodyFilter(problems));
    registration.setOrder(Ordered.LOWEST_PRECEDENCE);
    return registration;
  }
}
