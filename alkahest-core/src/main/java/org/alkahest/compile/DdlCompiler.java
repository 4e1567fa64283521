package org.alkahest.compile;

import org.alkahest.type.ExtensionPoint;

/** Compiles DDL elements to SQL; dialects override small hooks. */
@ExtensionPoint("one subclass per dialect")
public class DdlCompiler {
    protected DdlCompiler() {}
}
