package dev.elasticrecognition.localcloud.ec2;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.elasticrecognition.localcloud.errors.ErrorCode;
import dev.elasticrecognition.localcloud.errors.ServiceError;
import dev.elasticrecognition.localcloud.signature.SignatureCheck;
import dev.elasticrecognition.localcloud.signature.SignedRequest;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way of a request: read, signature, action, answer. Nothing is done for a request that is not signed with the
 * access key, because a launch executes what it brings along.
 */
public final class Ec2Endpoint implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Ec2Endpoint.class);
    private static final int MAX_BODY = 256 * 1024;

    private final SignatureCheck signature;
    private final Actions actions;

    public Ec2Endpoint(SignatureCheck signature, Actions actions) {
        this.signature = signature;
        this.actions = actions;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String requestId = UUID.randomUUID().toString();
        try (exchange) {
            try {
                send(exchange, 200, requestId, answer(exchange, requestId));
            } catch (ServiceError error) {
                sendError(exchange, error, requestId);
            } catch (AnswerLost lost) {
                LOG.info("Request {} is not answered", requestId, lost);
            } catch (RuntimeException failure) {
                LOG.error("Request {} failed", requestId, failure);
                sendError(exchange, ErrorCode.INTERNAL_ERROR.error("An internal error has occurred"), requestId);
            }
        }
    }

    private byte[] answer(HttpExchange exchange, String requestId) throws IOException {
        byte[] body = body(exchange);
        signature.verify(SignedRequest.of(exchange.getRequestMethod(), exchange.getRequestHeaders(), body));
        QueryParameters request = QueryParameters.decode(new String(body, UTF_8));
        String name = request.text("Action")
                .orElseThrow(() -> ErrorCode.MISSING_ACTION.error("The request must contain the parameter Action"));
        Action.Answer answer = actions.named(name).perform(request);
        return XmlAnswer.success(name, requestId, answer::write);
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        boolean isRoot = exchange.getRequestURI().getRawPath().equals("/")
                && exchange.getRequestURI().getRawQuery() == null;
        if (!isRoot || !exchange.getRequestMethod().equals("POST")) {
            throw ErrorCode.INVALID_ACTION.error("Send requests by POST to /, with the parameters in the body");
        }
        byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            throw ErrorCode.MALFORMED_QUERY_STRING.error("The request exceeds %d bytes", MAX_BODY);
        }
        return body;
    }

    private static void sendError(HttpExchange exchange, ServiceError error, String requestId) throws IOException {
        LOG.info("Request {} is refused: {} {}", requestId, error.code().wireName(), error.getMessage());
        byte[] document = XmlAnswer.failure(error.code().wireName(), error.getMessage(), requestId);
        send(exchange, error.code().status(), requestId, document);
    }

    private static void send(HttpExchange exchange, int status, String requestId, byte[] document) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/xml;charset=UTF-8");
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
        exchange.sendResponseHeaders(status, document.length);
        exchange.getResponseBody().write(document);
    }
}
