package dev.elasticrecognition.web.pages;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * Serves the assets at {@code /assets/<fingerprint>/<name>}. Under the present fingerprint they may be kept for ever. Under
 * another one, which a page of another release has, they are given as they are now, and not to be kept.
 */
@WebServlet(Assets.PATH + "*")
public class AssetServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final Map<String, String> TYPES = Map.of(
            "css",
            "text/css;charset=UTF-8",
            "js",
            "text/javascript;charset=UTF-8",
            "svg",
            "image/svg+xml;charset=UTF-8");

    @Inject
    transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] steps = Optional.ofNullable(request.getPathInfo()).orElse("").split("/", -1);
        Optional<byte[]> file = steps.length == 3 ? assets.file(steps[2]) : Optional.empty();
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType(TYPES.get(steps[2].substring(steps[2].lastIndexOf('.') + 1)));
        response.setContentLength(file.get().length);
        if (steps[1].equals(assets.fingerprint())) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        }
        response.getOutputStream().write(file.get());
    }
}
