/**
 * What a person or a program touches. The folders follow a visit: {@code upload}, then {@code results}; {@code admin}
 * is for operators, and {@code access} is the lock on it; {@code problems} is how all of them say what went wrong.
 */
package dev.elasticrecognition.web;
