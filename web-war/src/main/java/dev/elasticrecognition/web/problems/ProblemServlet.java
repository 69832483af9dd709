package dev.elasticrecognition.web.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * Says as a problem what the container refuses by itself (no such path, method or encoding); the deployment descriptor
 * sends everything here that ends with an error and no body. Of what the container would say, which names classes, only
 * the status is kept. Who asks for this path himself finds nothing.
 */
@WebServlet("/problem")
public class ProblemServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        ProblemDocument.of(status(request), null).writeTo(response);
    }

    private static Response.Status status(HttpServletRequest request) {
        return Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(Response.Status::fromStatusCode)
                .orElse(Response.Status.NOT_FOUND);
    }
}
