package dev.elasticrecognition.configuration;

import static dev.elasticrecognition.configuration.Form.any;
import static dev.elasticrecognition.configuration.Form.duration;
import static dev.elasticrecognition.configuration.Form.number;
import static dev.elasticrecognition.configuration.Form.oneOf;
import static dev.elasticrecognition.configuration.Form.whole;
import static dev.elasticrecognition.configuration.Setting.Part.ADMISSION;
import static dev.elasticrecognition.configuration.Setting.Part.BOTH_SERVERS;
import static dev.elasticrecognition.configuration.Setting.Part.FLEET;
import static dev.elasticrecognition.configuration.Setting.Part.FRONT_END;
import static dev.elasticrecognition.configuration.Setting.Part.SCALING;
import static dev.elasticrecognition.configuration.Setting.Part.WORKER;
import static dev.elasticrecognition.configuration.Setting.optional;
import static dev.elasticrecognition.configuration.Setting.preset;

import java.util.List;

/** All settings, in the order of the reference. */
final class Settings {

    static final List<Setting> ALL = List.of(
            preset(BOTH_SERVERS, "elastic.bucket.input", any("bucket"), "elastic-input", "bucket of the pictures"),
            preset(BOTH_SERVERS, "elastic.bucket.output", any("bucket"), "elastic-output", "bucket of the results"),
            preset(
                    BOTH_SERVERS,
                    "elastic.bucket.control",
                    any("bucket"),
                    "elastic-control",
                    "bucket of what front ends and workers tell one another of the fleet"),
            preset(BOTH_SERVERS, "elastic.queue.requests", any("queue"), "elastic-requests", "request queue"),
            preset(
                    BOTH_SERVERS,
                    "elastic.queue.dead-letters",
                    any("queue"),
                    "elastic-dead-letters",
                    "dead-letter queue"),
            preset(
                    BOTH_SERVERS,
                    "elastic.queue.response-prefix",
                    any("up to 40 signs"),
                    "elastic-responses-",
                    "how each front end's response queue begins"),
            preset(
                    BOTH_SERVERS,
                    "elastic.queue.visibility-timeout",
                    duration("PT1S", "PT12H"),
                    "PT30S",
                    "how long a received request is leased; taken when the queue is created"),
            preset(
                    BOTH_SERVERS,
                    "elastic.queue.max-receives",
                    whole(1, 1000, ""),
                    "5",
                    "deliveries after which a request is dead; taken when the queue is created"),
            preset(
                    BOTH_SERVERS,
                    "elastic.image.max-bytes",
                    whole(1, Integer.MAX_VALUE, "bytes"),
                    "20971520",
                    "the most bytes of a file"),
            preset(
                    BOTH_SERVERS,
                    "elastic.image.max-pixels",
                    whole(1, 700_000_000, ""),
                    "50000000",
                    "the most pixels of a picture; a worker takes up to twelve bytes of heap for each, half of its heap at"
                            + " most"),
            preset(
                    BOTH_SERVERS,
                    "elastic.log.format",
                    oneOf("simple", "json"),
                    "simple",
                    "see [observing](observing.md#logs); as the environment variable `ELASTIC_LOG_FORMAT`"),
            preset(FRONT_END, "elastic.http.host", any("host"), "localhost", "where it listens; `*` for all addresses"),
            preset(FRONT_END, "elastic.http.port", whole(-1, 65_535, ""), "9080", "`-1`: no plain HTTP"),
            preset(
                    FRONT_END,
                    "elastic.http.keep-alive",
                    any("seconds, as in `90s`"),
                    "30s",
                    "how long a connection without a call is kept; behind a"
                            + " [load balancer](security.md#behind-a-load-balancer) longer than there"),
            preset(
                    FRONT_END,
                    "elastic.http.threads",
                    whole(65, 20_000, ""),
                    "320",
                    "threads that answer calls; at least 64 more than `elastic.upload.in-progress`"),
            preset(
                    FRONT_END,
                    "elastic.https",
                    oneOf("on", "off"),
                    "off",
                    "`on`: speaks [TLS](security.md#tls), and sends there whoever calls without. Only as an environment"
                            + " variable"),
            preset(FRONT_END, "elastic.https.port", whole(1, 65_535, ""), "9443", "where it speaks TLS"),
            optional(
                    FRONT_END,
                    "elastic.https.keystore",
                    any("file"),
                    "none",
                    "a file in PKCS #12 with key and certificates"),
            optional(FRONT_END, "elastic.https.keystore-password", any("password"), "none", "that of the file"),
            preset(
                    FRONT_END,
                    "elastic.http.proxies",
                    any("regular expression"),
                    "(?!)",
                    "the addresses of [load balancers](security.md#behind-a-load-balancer) whose `X-Forwarded-For` and"
                            + " `X-Forwarded-Proto` are believed; by default none"),
            optional(
                    FRONT_END,
                    "elastic.http.cors-origins",
                    any("origins, separated by commas"),
                    "none",
                    "[sites whose pages may call](security.md#pages-of-other-sites): `https://pages.example`"),
            preset(
                    FRONT_END,
                    "elastic.access.public",
                    oneOf("open", "bearer"),
                    "open",
                    "`bearer`: whoever sends and asks needs a [token](security.md#tokens)"),
            optional(
                    FRONT_END,
                    "elastic.access.tokens",
                    any("`name:sha256-hex`, separated by commas"),
                    "none",
                    "configured tokens"),
            preset(
                    FRONT_END,
                    "elastic.access.session-idle",
                    duration("PT10S", "P1D"),
                    "PT30M",
                    "how long an operator's [session](security.md#sessions) may not be used before it ends; it may end up"
                            + " to a tenth earlier"),
            preset(
                    FRONT_END,
                    "elastic.access.session-lifetime",
                    duration("PT10S", "P30D"),
                    "PT12H",
                    "how long it lasts at most, from the idle time on"),
            optional(
                    FRONT_END,
                    "mp.jwt.verify.publickey",
                    any("PEM or JSON Web Key (set)"),
                    "none",
                    "the public key of the issuer of JSON Web Tokens"),
            optional(
                    FRONT_END,
                    "mp.jwt.verify.publickey.location",
                    any("file or `https:` address"),
                    "none",
                    "or where it is"),
            optional(
                    FRONT_END,
                    "mp.jwt.verify.issuer",
                    any("text"),
                    "none",
                    "who must have issued a token; needed with the key"),
            optional(
                    FRONT_END,
                    "mp.jwt.verify.audiences",
                    any("separated by commas"),
                    "none",
                    "for whom a token must be meant, one of them; needed with the key"),
            preset(
                    FRONT_END,
                    "elastic.fleet.name",
                    any("up to 64 signs"),
                    "elastic-recognition",
                    "value of the tag `elastic-recognition:fleet`, by which our instances are known"),
            optional(
                    FRONT_END,
                    "elastic.fleet.launch-template",
                    any("`ID` or `ID:VERSION`"),
                    "none",
                    "a launch template that says what isn't said here: image, instance profile, security groups, disks"),
            preset(
                    FRONT_END,
                    "elastic.fleet.image-id",
                    any("`ami-…`"),
                    "ami-00000001",
                    "the machine image, where no launch template says it; the local cloud takes any"),
            preset(
                    FRONT_END,
                    "elastic.fleet.instance-types",
                    any("`TYPE`, `TYPE@ZONE` or `TYPE@SUBNET`, separated by commas"),
                    "c7i.large",
                    "what is launched, the preferred first"),
            optional(
                    FRONT_END,
                    "elastic.fleet.install-script",
                    any("file"),
                    "none",
                    "shell commands that install the worker on an instance whose image holds none, before"
                            + " `elastic.worker.command`; user data have 16 KiB at most"),
            preset(
                    FRONT_END,
                    "elastic.worker.command",
                    any("absolute path"),
                    "/opt/elastic-recognition/worker/start",
                    "the program on an instance that is the worker"),
            preset(
                    ADMISSION,
                    "elastic.upload.in-progress",
                    whole(1, 10_000, ""),
                    "256",
                    "uploads that may be in progress at a time; each holds a thread until its picture is stored"),
            preset(
                    ADMISSION,
                    "elastic.upload.images-per-request",
                    whole(1, 10_000, ""),
                    "100",
                    "pictures of one request"),
            preset(
                    ADMISSION,
                    "elastic.upload.unanswered-per-client",
                    whole(1, Integer.MAX_VALUE, ""),
                    "100000",
                    "requests of one client that may be under way at this front end"),
            preset(
                    ADMISSION,
                    "elastic.upload.in-memory",
                    whole(0, Integer.MAX_VALUE, "bytes"),
                    "262144",
                    "up to how many bytes a picture is kept in memory while it comes in"),
            optional(
                    ADMISSION,
                    "elastic.upload.spool",
                    any("directory"),
                    "`elastic-recognition` in the temporary directory",
                    "where larger ones are kept"),
            preset(
                    ADMISSION,
                    "elastic.answers.remembered",
                    whole(0, 10_000_000, ""),
                    "100000",
                    "pictures whose answers are known again; 0 for none"),
            preset(
                    ADMISSION,
                    "elastic.results.remembered",
                    whole(0, 1_000_000, ""),
                    "5000",
                    "results that are kept in memory for listings"),
            preset(
                    ADMISSION,
                    "elastic.results.downloads",
                    whole(1, 10_000, ""),
                    "32",
                    "pictures that may be read at a time; each holds a thread and a connection to S3"),
            preset(
                    ADMISSION,
                    "elastic.results.exports",
                    whole(1, 100, ""),
                    "2",
                    "exports that may be under way at a time; each holds a thread"),
            preset(
                    ADMISSION,
                    "elastic.events.streams",
                    whole(1, 100_000, ""),
                    "1000",
                    "event streams that may be open at a time"),
            preset(
                    ADMISSION,
                    "elastic.events.heartbeat",
                    duration("PT0.1S", "PT1M"),
                    "PT15S",
                    "how often an open stream shows that it's alive"),
            preset(
                    ADMISSION,
                    "elastic.events.longest-stream",
                    duration("PT1S", "PT1H"),
                    "PT10M",
                    "after how long a stream ends and its client connects again"),
            preset(
                    ADMISSION,
                    "elastic.course.patience",
                    duration("PT1S", "PT1H"),
                    "PT10M",
                    "how long the course's clients wait at most"),
            preset(
                    ADMISSION,
                    "elastic.dead-letters.collect",
                    duration("PT0.1S", "PT1H"),
                    "PT5S",
                    "how often the dead-letter queue is looked at"),
            preset(
                    ADMISSION,
                    "elastic.ledger.reconcile",
                    duration("PT0.1S", "PT1H"),
                    "PT15S",
                    "how often requests that were forgotten are looked for; less often where listing the buckets takes"
                            + " long"),
            preset(
                    SCALING,
                    "elastic.fleet.policy",
                    oneOf("latency-objective", "backlog-per-instance", "instance-per-request"),
                    "latency-objective",
                    "what the need is found by: [the fleet](scaling.md)"),
            preset(SCALING, "elastic.fleet.minimum", whole(0, 1000, ""), "0", "instances that are always there"),
            preset(
                    SCALING,
                    "elastic.fleet.maximum",
                    whole(0, 1000, ""),
                    "20",
                    "the most instances, from the minimum to the hard limit; `elastic up` sets the number of cores, at"
                            + " least 2"),
            preset(
                    SCALING,
                    "elastic.fleet.objective",
                    duration("PT0.1S", "PT1H"),
                    "PT10S",
                    "within how much time a request shall be answered"),
            preset(
                    SCALING,
                    "elastic.fleet.headroom",
                    number("0", "10"),
                    "1",
                    "spare capacity in square roots of the load"),
            preset(
                    SCALING,
                    "elastic.fleet.backlog-per-instance",
                    whole(1, 1_000_000, ""),
                    "10",
                    "requests that one instance is trusted with"),
            preset(
                    SCALING,
                    "elastic.fleet.scale-in-window",
                    duration("PT0S", "PT1H"),
                    "PT10M",
                    "how long a need counts in full before capacity is given back bit by bit; no longer than twenty"
                            + " boots"),
            preset(
                    SCALING,
                    "elastic.fleet.warm-pool",
                    whole(0, 20, ""),
                    "0",
                    "how many instances are stopped, not terminated, when they aren't needed"),
            preset(FLEET, "elastic.fleet.tick", duration("PT0.1S", "PT1M"), "PT1S", "how often the fleet is observed"),
            preset(
                    FLEET,
                    "elastic.fleet.hard-limit",
                    whole(1, 1000, ""),
                    "20",
                    "instances that never are exceeded, whatever operators set"),
            preset(
                    FLEET,
                    "elastic.fleet.expected-service-rate",
                    number("0.001", "100000"),
                    "2",
                    "requests that an instance answers in a second, until it was measured"),
            preset(
                    FLEET,
                    "elastic.fleet.expected-boot-time",
                    duration("PT0.1S", "PT1H"),
                    "PT60S",
                    "from a launch to the first heartbeat, until it was measured"),
            preset(
                    FLEET,
                    "elastic.fleet.boot-deadline",
                    duration("PT0.1S", "PT1H"),
                    "PT5M",
                    "how long a boot may take at most"),
            preset(
                    FLEET,
                    "elastic.fleet.silence",
                    duration("PT0.1S", "PT1H"),
                    "PT20S",
                    "how long a worker may send no heartbeat"),
            preset(
                    FLEET,
                    "elastic.fleet.drain-deadline",
                    duration("PT0.1S", "PT12H"),
                    "PT2M",
                    "how long a drain may take"),
            preset(
                    FLEET,
                    "elastic.cost.hourly-price",
                    number("0", "1000"),
                    "0.08925",
                    "what an instance costs in an hour, in US dollars; the default is a `c7i.large` with Linux, on demand,"
                            + " in us-east-1"),
            preset(
                    FLEET,
                    "elastic.fleet.lease",
                    duration("PT0.1S", "PT1H"),
                    "PT15S",
                    "how long a leader may be silent"),
            optional(
                    WORKER,
                    "elastic.model.directory",
                    any("directory"),
                    "the server's `model/`",
                    "`model.onnx`, `labels.txt` and `model.properties` (see `src/model/README.md`)"),
            preset(
                    WORKER,
                    "elastic.model.threads",
                    whole(1, 1024, ""),
                    "1",
                    "threads that work on one run of the network; as many runs are under way at once as there are cores"
                            + " for their threads"),
            preset(
                    WORKER,
                    "elastic.model.batch",
                    whole(1, 256, ""),
                    "1",
                    "pictures that one run takes at most, if as many are waiting"),
            preset(
                    WORKER,
                    "elastic.model.providers",
                    any("separated by commas: `cuda,cpu`"),
                    "cpu",
                    "what runs the network, the preferred first; one that ONNX Runtime doesn't offer here is named at the"
                            + " start"),
            optional(
                    WORKER,
                    "elastic.model.command",
                    any("program and arguments"),
                    "none",
                    "a program that is the model; see [the engine](engine.md#a-program-as-the-model)"),
            preset(
                    WORKER,
                    "elastic.model.command-mode",
                    oneOf("per-image", "persistent"),
                    "per-image",
                    "how often it is started"),
            preset(
                    WORKER,
                    "elastic.model.command-timeout",
                    duration("PT0.1S", "PT10M"),
                    "PT20S",
                    "how long it may take for a picture; below `elastic.worker.time-limit`, or that ends the worker"
                            + " first"),
            preset(WORKER, "elastic.model.command-id", any("name"), "command", "names it and its version in results"),
            optional(
                    WORKER,
                    "elastic.worker.concurrency",
                    whole(1, 256, ""),
                    "eight times the cores",
                    "the most requests held at once"),
            preset(
                    WORKER,
                    "elastic.worker.time-limit",
                    duration("PT1S", "PT12H"),
                    "PT1M",
                    "how long a picture may be worked on before it fails as `too-slow` and the worker ends"),
            preset(
                    WORKER,
                    "elastic.worker.drain-deadline",
                    duration("PT0S", "PT10M"),
                    "PT20S",
                    "how long a stop waits for them"),
            preset(
                    WORKER,
                    "elastic.worker.heartbeat",
                    duration("PT0.1S", "PT1M"),
                    "PT2S",
                    "the longest time between two heartbeats; a change of state is told at once"),
            preset(
                    WORKER,
                    "elastic.worker.ledger-check",
                    duration("PT0.1S", "PT1M"),
                    "PT1S",
                    "how often the ledger is read"),
            preset(
                    WORKER,
                    "elastic.worker.end-without-leader",
                    duration("PT1S", "PT24H"),
                    "PT10M",
                    "for how long a worker goes on that hears of no leader and has no work"),
            optional(
                    WORKER,
                    "elastic.worker.instance",
                    any("letters, digits and dashes, up to 64"),
                    "asked of the instance metadata service",
                    "the id under which a worker reports that runs on no EC2 instance"));

    private Settings() {}
}
