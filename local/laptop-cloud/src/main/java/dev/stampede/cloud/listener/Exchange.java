package dev.stampede.cloud.listener;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpPrincipal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One request and its answer, in the form that handlers of the JDK's server know.
final class Exchange extends HttpExchange {

    private final Socket socket;
    private final RequestHead head;
    private final InputStream body;
    private final AnswerStream answer;
    private final Headers responseHeaders = new Headers();
    private final Map<String, Object> attributes = new HashMap<>();
    private int status = -1;

    Exchange(Socket socket, RequestHead head, InputStream body, OutputStream out) {
        this.socket = socket;
        this.head = head;
        this.body = body;
        this.answer = new AnswerStream(out);
    }

    /// The path by which handlers are found; what looks like a host after two slashes is a part of it.
    String path() {
        URI target = head.target();
        String path = target.getScheme() == null ? target.toString().split("[?#]", 2)[0] : target.getPath();
        return path == null || path.isEmpty() ? "/" : path;
    }

    /// Whether the whole answer was sent.
    boolean isAnswered() {
        return answer.isComplete();
    }

    /// @param length of the body; -1 for none. Nobody here streams, which 0 would mean
    @Override
    public void sendResponseHeaders(int code, long length) throws IOException {
        if (status >= 0 || length == 0) {
            throw new IOException(length == 0 ? "an answer says its length" : "the head is sent already");
        }
        status = code;
        boolean bodiless = head.method().equals("HEAD") || code == 204 || code == 304;
        if (!bodiless || head.method().equals("HEAD") && length > 0) {
            responseHeaders.set("Content-Length", String.valueOf(Math.max(0, length)));
        }
        if (!head.keepsConnection()) {
            responseHeaders.set("Connection", "close");
        }
        answer.begin(code, responseHeaders, bodiless ? -1 : Math.max(0, length));
    }

    @Override
    public Headers getRequestHeaders() {
        return head.headers();
    }

    @Override
    public Headers getResponseHeaders() {
        return responseHeaders;
    }

    @Override
    public URI getRequestURI() {
        return head.target();
    }

    @Override
    public String getRequestMethod() {
        return head.method();
    }

    @Override
    public InputStream getRequestBody() {
        return body;
    }

    @Override
    public OutputStream getResponseBody() {
        return answer;
    }

    @Override
    public InetSocketAddress getRemoteAddress() {
        return (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    @Override
    public InetSocketAddress getLocalAddress() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    @Override
    public int getResponseCode() {
        return status;
    }

    @Override
    public String getProtocol() {
        return head.protocol();
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    /// Ends the connection, unless the whole answer was sent.
    @Override
    public void close() {
        if (!isAnswered()) {
            try {
                socket.close();
            } catch (IOException e) {
                // The other side is gone.
            }
        }
    }

    @Override
    public HttpContext getHttpContext() {
        throw new UnsupportedOperationException("there are no contexts");
    }

    @Override
    public void setStreams(InputStream in, OutputStream out) {
        throw new UnsupportedOperationException("the streams stay as they are");
    }

    @Override
    public @Nullable HttpPrincipal getPrincipal() {
        return null;
    }
}
