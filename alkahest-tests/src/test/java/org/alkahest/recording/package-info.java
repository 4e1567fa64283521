/** What is sent to databases of which no server can be had: the one place where JDBC is not real. */
package org.alkahest.recording;
