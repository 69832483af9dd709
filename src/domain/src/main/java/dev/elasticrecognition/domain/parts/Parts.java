package dev.elasticrecognition.domain.parts;

import java.util.List;

/** Knows of the stores, queues and clouds whether they answered when they were called last. It calls none of them itself. */
public interface Parts {

    /** All of them, always in the same order. */
    List<Part> all();
}
