package dev.elasticrecognition.client.cli;

import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Shows the fleet again and again: on a terminal in the same place, elsewhere in a line each. */
record Screen(PrintWriter out, boolean terminal) {

    private static final String HOME = "\u001b[H";
    private static final String WIPE_REST_OF_LINE = "\u001b[K";
    private static final String WIPE_REST_OF_SCREEN = "\u001b[J";

    /** The launcher tells whether standard output is a terminal. */
    static Screen of(PrintWriter out) {
        return new Screen(out, Boolean.getBoolean("elastic.screen"));
    }

    void show(FleetView fleet) {
        LocalTime now = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        if (terminal) {
            out.print(HOME);
            out.print(now + WIPE_REST_OF_LINE + "\n");
            fleet.lines().forEach(line -> out.print(line + WIPE_REST_OF_LINE + "\n"));
            out.print(WIPE_REST_OF_SCREEN);
        } else {
            out.println(now + "  " + fleet.line());
        }
        out.flush();
    }
}
