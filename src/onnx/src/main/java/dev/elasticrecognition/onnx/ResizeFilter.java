package dev.elasticrecognition.onnx;

/** The weight of a source pixel by its distance from the place of the new one, as Pillow defines its filters. */
enum ResizeFilter {
    BOX(0.5) {
        @Override
        double weight(double distance) {
            return distance > -0.5 && distance <= 0.5 ? 1 : 0;
        }
    },
    /** A triangle. */
    BILINEAR(1) {
        @Override
        double weight(double distance) {
            return Math.max(0, 1 - Math.abs(distance));
        }
    },
    HAMMING(1) {
        @Override
        double weight(double distance) {
            double x = Math.abs(distance) * Math.PI;
            if (x == 0) {
                return 1;
            }
            return x >= Math.PI ? 0 : Math.sin(x) / x * (0.54 + 0.46 * Math.cos(x));
        }
    },
    /** R. Keys, Cubic convolution interpolation for digital image processing (1981), with a = −1/2. */
    BICUBIC(2) {
        @Override
        double weight(double distance) {
            double a = -0.5;
            double x = Math.abs(distance);
            if (x < 1) {
                return ((a + 2) * x - (a + 3)) * x * x + 1;
            }
            return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
        }
    },
    /** A sinc, windowed by its own middle part stretched to three lobes. */
    LANCZOS(3) {
        @Override
        double weight(double distance) {
            return distance >= -3 && distance < 3 ? sinc(distance) * sinc(distance / 3) : 0;
        }
    };

    private final double support;

    ResizeFilter(double support) {
        this.support = support;
    }

    /** The distance beyond which all weights are zero, in source pixels if the picture grows, in new ones if it shrinks. */
    double support() {
        return support;
    }

    abstract double weight(double distance);

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
    }
}
