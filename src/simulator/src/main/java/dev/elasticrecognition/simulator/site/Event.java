package dev.elasticrecognition.simulator.site;

import dev.elasticrecognition.simulator.workload.Request;

/** Something that happens at an instant. */
interface Event {

    void happen(Simulation simulation);

    /** A front end sends a request. */
    record Arrival(Request request) implements Event {
        @Override
        public void happen(Simulation simulation) {
            simulation.arrive(request);
        }
    }

    /** The worker of an instance is there. */
    record Boot(SimulatedInstance instance) implements Event {
        @Override
        public void happen(Simulation simulation) {
            simulation.boot(instance);
        }
    }

    /** An instance has recognised what it worked on. */
    record Answer(SimulatedInstance instance, Request request) implements Event {
        @Override
        public void happen(Simulation simulation) {
            simulation.answer(instance, request);
        }
    }

    /** The visibility timeout of a request is over whose instance was ended under it. */
    record Return(Request request) implements Event {
        @Override
        public void happen(Simulation simulation) {
            simulation.enqueue(request);
        }
    }

    /** A worker tells how it is, and hears whether it shall drain. */
    record Heartbeat(SimulatedInstance instance) implements Event {
        @Override
        public void happen(Simulation simulation) {
            simulation.heartbeat(instance);
        }
    }

    /** The scaler looks at the site. */
    record Tick() implements Event {
        @Override
        public void happen(Simulation simulation) {
            simulation.tick();
        }
    }
}
