/** Tests of the processor: sources go in, generated sources and errors come out. */
@org.jspecify.annotations.NullMarked
package org.alkahest.processor;
