package dev.elasticrecognition.web.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;

/**
 * Says what the container refuses by itself (no such path, method or encoding), to people on a page and to programs as a
 * problem; the deployment descriptor sends everything here that ends with an error and no body. Of what the container would
 * say, which names classes, only the status is kept. Who asks for this path himself finds nothing, and neither does who asks
 * for the source of a page.
 */
@WebServlet({"/problem", "*.xhtml"})
public class ProblemServlet extends HttpServlet {

    /** Attribute of a request that the page is forwarded to: the HTTP status, an {@link Integer}. */
    public static final String STATUS = ProblemServlet.class.getName() + ".status";

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/sorry";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Response.Status status = status(request);
        if (isFromAPerson(request)) {
            response.setStatus(status.getStatusCode());
            request.setAttribute(STATUS, status.getStatusCode());
            request.getRequestDispatcher(PAGE).forward(request, response);
        } else {
            ProblemDocument.of(status, null).writeTo(response);
        }
    }

    /** Browsers that go somewhere name HTML; scripts and other programs don't. */
    private static boolean isFromAPerson(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                .filter(accept -> accept.contains(MediaType.TEXT_HTML))
                .isPresent();
    }

    private static Response.Status status(HttpServletRequest request) {
        return Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(Response.Status::fromStatusCode)
                .orElse(Response.Status.NOT_FOUND);
    }
}
