/** The lock on what is for operators: who has the role {@code operator}, and what the others are told. */
package dev.elasticrecognition.web.access;
