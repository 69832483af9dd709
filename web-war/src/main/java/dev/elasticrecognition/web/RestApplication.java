package dev.elasticrecognition.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST API, below {@code /api}. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Elastic Recognition",
                        version = "1",
                        description = "A photograph goes in, its label comes out."))
@SecurityScheme(
        securitySchemeName = RestApplication.OPERATOR_SCHEME,
        type = SecuritySchemeType.HTTP,
        scheme = "basic",
        description = "The operator's name and password")
@SecurityScheme(
        securitySchemeName = RestApplication.TOKEN_SCHEME,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description =
                "A caller's token, where the public interface is closed; an issuer's can make its holder an operator")
public class RestApplication extends Application {

    /** How the OpenAPI document names the way in which operators identify themselves. */
    public static final String OPERATOR_SCHEME = "operator";

    /** How it names the way in which everybody does, where it is asked for. */
    public static final String TOKEN_SCHEME = "token";
}
