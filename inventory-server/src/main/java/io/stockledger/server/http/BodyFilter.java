package io.stockledger.server.http;

import io.stockledger.server.problem.Faults;
import io.stockledger.server.problem.Problem;
import io.stockledger.server.problem.ProblemType;
import io.stockledger.server.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a body once, up to its limit, whether its length was announced or comes in chunks. Tomcat
 * has no such limit for JSON.
 */
final class BodyFilter extends OncePerRequestFilter {
  private static final byte[] NO_BODY = {};
  private static final int MEBIBYTE = 1024 * 1024;
  private static final int MOST_BYTES = MEBIBYTE;

  /** Room for as many commands as a batch may have, of 4 KiB each. */
  private static final int MOST_BYTES_OF_BATCH = 4 * MEBIBYTE;

  private static final int FIRST_BYTES = 16 * 1024;

  private static final String BATCHES = "/v1/commands";

  private final ProblemWriter problems;

  BodyFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int mostBytes = isBatch(request) ? MOST_BYTES_OF_BATCH : MOST_BYTES;
    if (request.getContentLengthLong() > mostBytes) {
      refuse(mostBytes, request, response);
      return;
    }
    String type = request.getContentType();
    if (type != null && type.indexOf('*') >= 0 && !request.getMethod().equals("GET")) {
      // a body of any type is of none; Spring takes it for a fault of its own
      problems.write(
          Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send application/json."),
          request,
          response);
      return;
    }
    byte[] body;
    try {
      body = read(request, mostBytes);
    } catch (IOException e) {
      problems.write(
          Faults.one("body", "broke off, or its chunks are malformed", null).problem(),
          request,
          response);
      return;
    }
    if (body.length > mostBytes) {
      refuse(mostBytes, request, response);
      return;
    }
    Place place = Place.of(request);
    if (place != null && !place.goesOn()) {
      problems.write(WritesAtOnce.noRoom(), request, response);
      return;
    }
    chain.doFilter(new Buffered(request, body), response);
  }

  /** Whether it is a request of many commands. */
  static boolean isBatch(HttpServletRequest request) {
    return request.getRequestURI().equals(BATCHES);
  }

  /** At most a byte more than there may be. */
  private static byte[] read(HttpServletRequest request, int mostBytes) throws IOException {
    if (request.getContentLengthLong() < 0
        && request.getHeader("Transfer-Encoding") == null
        && request.getProtocol().equals("HTTP/1.1")) {
      return NO_BODY; // as that protocol has it
    }
    int announced = request.getContentLength();
    if (announced < 0) {
      return read(request, FIRST_BYTES, mostBytes + 1);
    }
    byte[] body = read(request, Math.min(announced, FIRST_BYTES), announced);
    if (body.length < announced) {
      throw new EOFException("announced " + announced + " bytes, sent " + body.length);
    }
    return body;
  }

  /** Takes memory as the bytes come, however many were announced. */
  private static byte[] read(HttpServletRequest request, int first, int most) throws IOException {
    InputStream in = request.getInputStream();
    Place place = Place.of(request);
    byte[] body = new byte[first];
    int length = 0;
    while (length < most) {
      if (length == body.length) {
        body = Arrays.copyOf(body, (int) Math.min(most, 2L * length));
      }
      if (place != null && in.available() == 0) {
        place.waits();
      }
      int count = in.read(body, length, body.length - length);
      if (count < 0) {
        break;
      }
      length += count;
    }
    return length == body.length ? body : Arrays.copyOf(body, length);
  }

  private void refuse(int mostBytes, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    problems.write(
        Problem.of(ProblemType.TOO_LARGE, "A body has at most " + mostBytes + " bytes.")
            .with("limit", mostBytes),
        request,
        response);
  }

  /** A request whose body has been read. */
  static final class Buffered extends HttpServletRequestWrapper {
    private final byte[] body;

    Buffered(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    byte[] body() {
      return body;
    }

    @Override
    public ServletInputStream getInputStream() {
      ByteArrayInputStream bytes = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public boolean isFinished() {
          return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("bodies are read at once");
        }

        @Override
        public int read() {
          return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
          return bytes.read(into, offset, length);
        }
      };
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }
}
