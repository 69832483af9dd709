package dev.elasticrecognition.localcloud.faults;

import dev.elasticrecognition.localcloud.ec2.Action;
import dev.elasticrecognition.localcloud.ec2.Actions;

/** Actions whose calls go wrong as the faults say. */
public record FaultyActions(Actions actions, Faults faults) implements Actions {

    @Override
    public Action named(String name) {
        Action action = actions.named(name);
        return request -> faults.strike(CallFault.class, fault -> fault.concerns(name))
                .map(fault -> fault.perform(action, request))
                .orElseGet(() -> action.perform(request));
    }
}
