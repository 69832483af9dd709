/** All requests as a table, for spreadsheets. */
package dev.elasticrecognition.web.export;
