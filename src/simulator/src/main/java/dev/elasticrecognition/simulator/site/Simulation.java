package dev.elasticrecognition.simulator.site;

import dev.elasticrecognition.simulator.workload.Request;
import dev.elasticrecognition.simulator.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * One run of one scaler over one workload. It goes on until everything is answered, but no longer than {@link #PATIENCE}
 * after the last arrival.
 */
public final class Simulation implements Site {

    /** How long after the last arrival a run may go on. */
    public static final Duration PATIENCE = Duration.ofHours(2);

    /** How long after the last arrival every run is looked at and billed, at least. */
    public static final Duration AFTERMATH = Duration.ofMinutes(1);

    private final Workload workload;
    private final Conditions conditions;
    private final Scaler scaler;
    private final Randomness random;
    private final CounterHistory counters;
    private final Agenda agenda = new Agenda();
    private final FrontEnds frontEnds = new FrontEnds();
    private final Deque<Request> waiting = new ArrayDeque<>();
    private final List<SimulatedInstance> alive = new ArrayList<>();
    private final Outcome.Recorder record = new Outcome.Recorder();
    private int inFlight;
    private int launched;
    private Instant now = Workload.START;
    private boolean readable = true;

    private Simulation(Workload workload, Conditions conditions, Scaler scaler, long seed) {
        this.workload = workload;
        this.conditions = conditions;
        this.scaler = scaler;
        this.random = new Randomness(seed);
        this.counters = new CounterHistory(conditions.counterLag(), random.of("counters"));
    }

    /** Runs a scaler that has seen nothing yet. */
    public static Outcome run(Workload workload, Conditions conditions, Scaler scaler, long seed) {
        return new Simulation(workload, conditions, scaler, seed).run();
    }

    private Outcome run() {
        workload.requests().forEach(request -> agenda.enter(request.arrival(), new Event.Arrival(request)));
        agenda.enter(now, new Event.Tick());
        startReady(Math.max(conditions.minimum(), scaler.initialInstances()));
        while (!agenda.isEmpty() && !isOver()) {
            Agenda.Entry next = agenda.next();
            now = next.at();
            next.event().happen(this);
        }
        return record.outcome(workload, conditions, now);
    }

    private boolean isOver() {
        Duration after = Duration.between(workload.lastArrival(), now);
        return after.compareTo(AFTERMATH) >= 0
                && (frontEnds.answered() == workload.requests().size() || after.compareTo(PATIENCE) >= 0);
    }

    private void startReady(int number) {
        for (int i = 0; i < number; i++) {
            boot(newInstance());
        }
    }

    // What happens.

    void arrive(Request request) {
        frontEnds.send(request);
        enqueue(request);
    }

    void enqueue(Request request) {
        waiting.add(request);
        dispatch();
    }

    void boot(SimulatedInstance instance) {
        if (instance.endedAt().isEmpty()) {
            instance.ready(now);
            heartbeat(instance);
            dispatch();
        }
    }

    void answer(SimulatedInstance instance, Request request) {
        if (instance.worksOn(request)) {
            inFlight--;
            instance.finish(now);
            frontEnds.answer(request);
            record.answer(request, now);
            endIfDrained(instance);
            dispatch();
        }
    }

    void heartbeat(SimulatedInstance instance) {
        if (instance.endedAt().isEmpty()) {
            instance.report();
            agenda.enter(now.plus(conditions.heartbeat()), new Event.Heartbeat(instance));
            endIfDrained(instance);
        }
    }

    void tick() {
        readable = !random.happens("reads", conditions.faults().throttledRead());
        scaler.tick(this);
        agenda.enter(now.plus(scaler.period()), new Event.Tick());
        sample();
    }

    private void dispatch() {
        List<SimulatedInstance> idle = waiting.isEmpty() ? List.of() : new ArrayList<>(idle());
        while (!waiting.isEmpty() && !idle.isEmpty()) {
            SimulatedInstance taker = idle.remove(random.of("dispatch").nextInt(idle.size()));
            Request request = waiting.remove();
            taker.take(request);
            inFlight++;
            agenda.enter(now.plus(request.service()), new Event.Answer(taker, request));
        }
        counters.record(now, new Counters(waiting.size(), inFlight));
    }

    private List<SimulatedInstance> idle() {
        return alive.stream().filter(SimulatedInstance::takes).toList();
    }

    private void endIfDrained(SimulatedInstance instance) {
        if (instance.isDrained()) {
            end(instance);
        }
    }

    private void end(SimulatedInstance instance) {
        instance.end(now);
        alive.remove(instance);
    }

    private void sample() {
        int ready =
                (int) alive.stream().filter(instance -> !instance.isBooting()).count();
        record.sample(new Outcome.Sample(now, ready, alive.size() - ready, waiting.size() + inFlight));
    }

    private SimulatedInstance newInstance() {
        var instance = new SimulatedInstance(launched++, now);
        alive.add(instance);
        record.launch(instance);
        return instance;
    }

    // What a scaler sees and does.

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public Conditions conditions() {
        return conditions;
    }

    @Override
    public Optional<Counters> counters() {
        return readable ? Optional.of(counters.read(now)) : Optional.empty();
    }

    @Override
    public boolean cloudAnswers() {
        return readable;
    }

    @Override
    public List<SimulatedInstance> instances() {
        return List.copyOf(alive);
    }

    @Override
    public FrontEnds frontEnds() {
        return frontEnds;
    }

    @Override
    public int launch(int number) {
        if (random.happens("launches", conditions.faults().refusedLaunch())) {
            return 0;
        }
        int possible = Math.max(0, Math.min(number, conditions.maximum() - alive.size()));
        for (int i = 0; i < possible; i++) {
            startBooting(newInstance());
        }
        return possible;
    }

    private void startBooting(SimulatedInstance instance) {
        Duration boot = conditions.boot().draw(random.of("boots"));
        if (!random.happens("stuck", conditions.faults().stuckBoot())) {
            agenda.enter(now.plus(boot), new Event.Boot(instance));
        }
    }

    @Override
    public void drain(SimulatedInstance instance) {
        if (instance.isBooting()) {
            end(instance);
        } else {
            instance.askToDrain();
        }
    }

    @Override
    public void terminate(SimulatedInstance instance) {
        instance.current().ifPresent(this::interrupt);
        end(instance);
    }

    private void interrupt(Request request) {
        record.busyKill();
        agenda.enter(now.plus(conditions.visibilityTimeout()), new Event.Return(request));
    }

    /** A stream of random numbers for each subject, so that one subject's draws don't change another's. */
    private static final class Randomness {

        private final long seed;
        private final Map<String, Random> streams = new HashMap<>();

        Randomness(long seed) {
            this.seed = seed;
        }

        Random of(String subject) {
            return streams.computeIfAbsent(subject, name -> new Random(seed * 31 + name.hashCode()));
        }

        boolean happens(String subject, double probability) {
            return of(subject).nextDouble() < probability;
        }
    }
}
