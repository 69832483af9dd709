/**
 * What a person or a program touches. The folders follow a visit: {@code http} is the edge that every call passes,
 * {@code access} the lock on what isn't for everybody; then {@code upload} and {@code results}; {@code admin} is for
 * operators; {@code problems} is how all of them say what went wrong.
 */
package dev.elasticrecognition.web;
