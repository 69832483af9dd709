package dev.elasticrecognition.domain.fleet;

import java.util.List;

/** Where front ends tell one another what they know of their requests. */
public interface FrontReports {

    /** Leaves a report, in place of the front end's last one. */
    void send(FrontReport report);

    /** The last report of every front end, dead ones included until they are forgotten. */
    List<FrontReport> all();

    /** Forgets a front end. */
    void forget(String front);
}
