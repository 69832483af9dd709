package dev.elasticrecognition.client;

/**
 * One of the labels that the model thought of.
 *
 * @param label the name of the class
 * @param classIndex its place among the classes of the model
 * @param confidence how sure the model is, from 0 to 1
 */
public record Prediction(String label, int classIndex, double confidence) {}
