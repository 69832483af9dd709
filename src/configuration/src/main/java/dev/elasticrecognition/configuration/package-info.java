/**
 * Every setting of both servers: its default, what it may be and what it means. Code that reads a setting takes its default
 * from here, the tables of {@code src/docs/configuration.md} are written from here, and before a server starts its
 * configuration is held against what is here.
 */
package dev.elasticrecognition.configuration;
