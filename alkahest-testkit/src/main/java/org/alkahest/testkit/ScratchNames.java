package org.alkahest.testkit;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names that no other test, in this process or another, has taken. */
final class ScratchNames {
    private static final SecureRandom RANDOM = new SecureRandom();

    private ScratchNames() {}

    static String next() {
        byte[] bytes = new byte[6];
        RANDOM.nextBytes(bytes);
        return "alk_" + HexFormat.of().formatHex(bytes);
    }
}
