package dev.elasticrecognition.domain.fleet;

import dev.elasticrecognition.domain.audit.Change;
import dev.elasticrecognition.domain.scaling.ScalingSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells what operators have changed. */
final class ControlChanges {

    private ControlChanges() {}

    /** What differs but for the orders to drain, which are about single instances. */
    static List<Change> between(FleetControl from, FleetControl to) {
        return Change.between(told(from), told(to));
    }

    private static Map<String, String> told(FleetControl control) {
        Map<String, String> told = new TreeMap<>(told("", control.settings()));
        told.put("paused", Boolean.toString(control.paused()));
        control.manual().ifPresent(manual -> {
            told.put("capacity", Integer.toString(manual.capacity()));
            told.put("until", manual.until().toString());
        });
        control.shadow().ifPresent(shadow -> told.putAll(told("shadow.", shadow)));
        return told;
    }

    private static Map<String, String> told(String prefix, ScalingSettings settings) {
        return Map.of(
                prefix + "policy", settings.policy().toString(),
                prefix + "minimum", Integer.toString(settings.minimum()),
                prefix + "maximum", Integer.toString(settings.maximum()),
                prefix + "objective", settings.objective().toString(),
                prefix + "headroom", Double.toString(settings.headroom()),
                prefix + "backlogPerInstance", Integer.toString(settings.backlogPerInstance()),
                prefix + "scaleInWindow", settings.scaleInWindow().toString(),
                prefix + "warmPool", Integer.toString(settings.warmPool()));
    }
}
