/**
 * What a person or a program touches. The folders follow a visit: {@code upload}, then {@code results}; {@code problems}
 * is how both say what went wrong.
 */
package dev.elasticrecognition.web;
