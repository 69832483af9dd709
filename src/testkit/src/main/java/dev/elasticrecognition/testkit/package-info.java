/**
 * For tests: the domain's ports in memory, a clock that is moved by hand, the contracts that every implementation of a
 * port keeps, and pictures and requests to play with.
 */
package dev.elasticrecognition.testkit;
