package dev.elasticrecognition.localcloud.ec2;

/** Actions by name. */
@FunctionalInterface
public interface Actions {

    /**
     * The action with the name.
     *
     * @throws dev.elasticrecognition.localcloud.errors.ServiceError if there is none
     */
    Action named(String name);
}
