/**
 * From a picture's bytes to its labels: {@link dev.elasticrecognition.onnx.ImageDecoder decoded},
 * {@link dev.elasticrecognition.onnx.Preprocessing preprocessed} as the model's
 * {@link dev.elasticrecognition.onnx.ModelDescriptor descriptor} says, and
 * {@link dev.elasticrecognition.onnx.OnnxRecognizer recognised} by ONNX Runtime, which no other module sees. All of it
 * follows a reference pipeline of Pillow and PyTorch, value by value where that is possible.
 */
package dev.elasticrecognition.onnx;
