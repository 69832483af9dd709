package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.fleet.SteerFleet;
import dev.elasticrecognition.web.RestApplication;
import dev.elasticrecognition.web.access.CallerAuthentication;
import dev.elasticrecognition.web.problems.ProblemDocument;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** The fleet: how it stands, and what operators do to it. */
@Path("fleet")
@ApplicationScoped
@RolesAllowed(CallerAuthentication.OPERATOR)
@SecurityRequirement(name = RestApplication.OPERATOR_SCHEME)
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class FleetResource {

    @Inject
    LastTick lastTick;

    @Inject
    SteerFleet steerFleet;

    @GET
    @Operation(summary = "Tells how the fleet stands: what was observed, decided and done last")
    public FleetDocument fleet() {
        return FleetDocument.of(lastTick.get());
    }

    @POST
    @Path("pause")
    @Operation(summary = "Pauses the fleet: nothing is launched or drained by policy")
    public void pause(@Context SecurityContext caller) {
        steerFleet.pause(name(caller));
    }

    @POST
    @Path("resume")
    @Operation(summary = "Lets the policy go on")
    public void resume(@Context SecurityContext caller) {
        steerFleet.resume(name(caller));
    }

    @PUT
    @Path("manual-capacity")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets a capacity for a time, in place of the policy's")
    public ManualCapacityDocument setCapacity(ManualCapacityRequest request, @Context SecurityContext caller) {
        return ManualCapacityDocument.of(
                steerFleet.setCapacity(request.wholeCapacity(), request.duration(), name(caller)));
    }

    @DELETE
    @Path("manual-capacity")
    @Operation(summary = "Gives the capacity back to the policy")
    public void clearCapacity(@Context SecurityContext caller) {
        steerFleet.clearCapacity(name(caller));
    }

    @POST
    @Path("instances/{id}/drain")
    @Operation(summary = "Orders that an instance finishes what it has and is ended")
    public Response drain(@PathParam("id") String id, @Context SecurityContext caller) {
        steerFleet.drain(lastTick.member(id), name(caller));
        return Response.accepted().build();
    }

    @DELETE
    @Path("instances/{id}")
    @Operation(summary = "Ends an instance at once; others repeat what it works on")
    public Response terminate(@PathParam("id") String id, @Context SecurityContext caller) {
        steerFleet.terminate(lastTick.member(id), name(caller));
        return Response.accepted().build();
    }

    private static String name(SecurityContext caller) {
        return caller.getUserPrincipal().getName();
    }
}
