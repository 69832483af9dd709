package dev.elasticrecognition.localcloud.ec2;

import dev.elasticrecognition.localcloud.errors.ErrorCode;
import dev.elasticrecognition.localcloud.instances.InstanceDirectories;
import dev.elasticrecognition.localcloud.instances.InstanceIds;
import dev.elasticrecognition.localcloud.instances.InstanceTable;
import dev.elasticrecognition.localcloud.instances.Instances;
import dev.elasticrecognition.localcloud.instances.Tags;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every action that the endpoint offers, by name. */
public final class Ec2Actions implements Actions {

    private final Map<String, Action> actions;

    public Ec2Actions(
            Instances instances,
            InstanceTable table,
            InstanceDirectories directories,
            String region,
            String accountId,
            InstantSource clock) {
        InstanceXml xml = new InstanceXml(accountId);
        Tags tags = new Tags(table);
        this.actions = Map.ofEntries(
                Map.entry("RunInstances", new RunInstances(instances, xml, region)),
                Map.entry("DescribeInstances", new DescribeInstances(table, xml)),
                Map.entry("DescribeInstanceStatus", new DescribeInstanceStatus(table)),
                Map.entry("DescribeInstanceAttribute", new DescribeInstanceAttribute(table, directories)),
                Map.entry("GetConsoleOutput", new GetConsoleOutput(table, directories, clock)),
                Map.entry("TerminateInstances", request -> {
                    var changes = instances.terminate(request.requiredList("InstanceId"));
                    return answer -> InstanceXml.changes(answer, changes);
                }),
                Map.entry("StopInstances", request -> {
                    var changes = instances.stop(request.requiredList("InstanceId"));
                    return answer -> InstanceXml.changes(answer, changes);
                }),
                Map.entry("StartInstances", request -> {
                    var changes = instances.start(request.requiredList("InstanceId"));
                    return answer -> InstanceXml.changes(answer, changes);
                }),
                Map.entry("DescribeTags", new DescribeTags(table)),
                Map.entry("CreateTags", request -> {
                    request.required("Tag.1.Key");
                    tags.create(resources(request), RequestedTags.of(request));
                    return Action.Answer.TRUE;
                }),
                Map.entry("DeleteTags", request -> {
                    tags.delete(resources(request), RequestedTags.toDelete(request));
                    return Action.Answer.TRUE;
                }));
    }

    /** The names of all actions. */
    public Set<String> names() {
        return actions.keySet();
    }

    @Override
    public Action named(String name) {
        Action action = actions.get(name);
        if (action == null) {
            throw ErrorCode.INVALID_ACTION.error(
                    "The action %s is not valid for this web service. It offers %s",
                    name, String.join(", ", actions.keySet().stream().sorted().toList()));
        }
        return request -> performed(action, request);
    }

    private static Action.Answer performed(Action action, QueryParameters request) {
        if (request.flag("DryRun")) {
            action.check(request);
            throw ErrorCode.DRY_RUN_OPERATION.error("Request would have succeeded, but DryRun flag is set.");
        }
        return action.perform(request);
    }

    private static List<String> resources(QueryParameters request) {
        List<String> ids = request.requiredList("ResourceId");
        for (String id : ids) {
            if (!InstanceIds.isWellFormed(id)) {
                throw ErrorCode.INVALID_ID.error("The ID '%s' is not valid: only instances have tags here", id);
            }
        }
        return ids;
    }
}
