/** The benchmarks of the engine's stages, in the package of the stages, which nobody else may see. */
package dev.elasticrecognition.onnx;
