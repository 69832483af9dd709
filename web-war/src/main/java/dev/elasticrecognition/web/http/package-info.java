/** The edge of the web application: filters that every call passes before a resource sees it. */
package dev.elasticrecognition.web.http;
