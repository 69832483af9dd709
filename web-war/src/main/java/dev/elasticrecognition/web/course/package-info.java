/**
 * The contract of a course's clients: they post a picture to the root, wait as long as it takes, and read a bare label.
 */
package dev.elasticrecognition.web.course;
