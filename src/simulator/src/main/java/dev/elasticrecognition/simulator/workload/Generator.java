package dev.elasticrecognition.simulator.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** Shapes of traffic. Arrivals are a Poisson process whose rate changes in time as the shape says. */
public enum Generator {
    /** The same rate all the time. */
    STEADY {
        @Override
        DoubleUnaryOperator rate(double mean, double length, Random random) {
            return time -> mean;
        }
    },
    /** A day in the length of the run: quiet at both ends, most in the middle, with twice the mean rate. */
    DAY {
        @Override
        DoubleUnaryOperator rate(double mean, double length, Random random) {
            return time -> mean * (1 - Math.cos(2 * Math.PI * time / length));
        }
    },
    /** On for a minute and off for two on average; three times the mean rate while on. */
    ON_OFF {
        @Override
        DoubleUnaryOperator rate(double mean, double length, Random random) {
            NavigableMap<Double, Double> rates = new TreeMap<>();
            for (double time = 0; time < length; ) {
                boolean on = rates.size() % 2 == 0;
                rates.put(time, on ? 3 * mean : 0);
                time += exponential(on ? 60 : 120, random);
            }
            return time -> rates.floorEntry(time).getValue();
        }
    },
    /** A fifth of the rate steadily; the rest in bursts of 20 s, one in two minutes on average, of unequal size. */
    BURSTS {
        @Override
        DoubleUnaryOperator rate(double mean, double length, Random random) {
            NavigableMap<Double, Double> bursts = new TreeMap<>();
            for (double at = exponential(120, random); at < length; at += exponential(120, random)) {
                bursts.put(at, mean * 0.8 * 6 * Math.exp(0.7 * random.nextGaussian() - 0.245));
            }
            return time -> mean / 5
                    + bursts.subMap(time - 20, false, time, true).values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum();
        }
    },
    /** The rate wanders: every half minute it is drawn anew around where it was, and it returns to the mean in minutes. */
    WANDERING {
        @Override
        DoubleUnaryOperator rate(double mean, double length, Random random) {
            double[] logs = new double[(int) (length / 30) + 1];
            for (int i = 1; i < logs.length; i++) {
                logs[i] = 0.9 * logs[i - 1] + 0.35 * random.nextGaussian();
            }
            return time -> mean * Math.exp(logs[(int) (time / 30)] - 0.32);
        }
    },
    /** Somewhere in the middle third ten times as much within ten seconds, which halves every two minutes. */
    FLASH_CROWD {
        @Override
        DoubleUnaryOperator rate(double mean, double length, Random random) {
            double calm = mean * length / (length + 9 * 120 / Math.log(2));
            double start = length * (1 + random.nextDouble()) / 3;
            return time -> {
                double since = time - start;
                double crowd = since < 0 ? 0 : 9 * Math.min(1, since / 10) * Math.pow(0.5, since / 120);
                return calm * (1 + crowd);
            };
        }
    };

    /**
     * Arrivals of this shape.
     *
     * @param mean requests per second over the whole length, roughly, above 0
     * @param length how long it goes on
     */
    public List<Instant> arrivals(double mean, Duration length, long seed) {
        var random = new Random(seed);
        double seconds = length.toNanos() / 1e9;
        DoubleUnaryOperator rate = rate(mean, seconds, random);
        List<Instant> arrivals = new ArrayList<>();
        for (double slot = 0; slot < seconds; slot += SLOT) {
            int number = poisson(rate.applyAsDouble(slot) * SLOT, random);
            for (int i = 0; i < number; i++) {
                arrivals.add(Workload.START.plusNanos((long) ((slot + SLOT * random.nextDouble()) * 1e9)));
            }
        }
        return arrivals.stream().sorted().toList();
    }

    /** The rate is looked at as often, in seconds. */
    private static final double SLOT = 0.1;

    /** Requests per second at a time in seconds. */
    abstract DoubleUnaryOperator rate(double mean, double length, Random random);

    private static double exponential(double mean, Random random) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /** Counts how many exponential gaps fit (Knuth); exact for the small means of a slot. */
    private static int poisson(double mean, Random random) {
        int number = 0;
        for (double gaps = exponential(1, random); gaps < mean; gaps += exponential(1, random)) {
            number++;
        }
        return number;
    }
}
