package dev.elasticrecognition.web.results;

/** Something that can be told as plain text, a line for each request. */
interface LabelLines {

    /** For each request its label, or else its status; every line ends with a line feed. */
    String lines();
}
