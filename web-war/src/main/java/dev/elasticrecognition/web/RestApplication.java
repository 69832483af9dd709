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
public class RestApplication extends Application {

    /** How the OpenAPI document names the way in which operators identify themselves. */
    public static final String OPERATOR_SCHEME = "operator";
}
