package org.alkahest.dialect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alkahest.type.AlkahestArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * The short URL of a database server: {@code scheme://user:password@host:port/database?parameters}, all but scheme and
 * host optional. User, password and database are percent-decoded, so a password may hold any character. Immutable.
 *
 * @param hosts host and port as they were written; several hosts are separated by commas
 * @param database the database, without the slash; empty if none was named
 * @param parameters what follows the question mark, as it was written; empty if nothing does
 */
public record ServerUrl(
        @Nullable String user, @Nullable String password, String hosts, String database, String parameters) {
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9+.-]+://(?<authority>[^/?#]*)" + "(?:/(?<database>[^?#]*))?(?:\\?(?<parameters>[^#]*))?");
    private static final Pattern HOSTS = Pattern.compile(
            "(?:\\[[0-9A-Fa-f:.%]+]|[^:@\\[\\]\\s]+)(?::\\d{1,5})?(?:,(?:\\[[0-9A-Fa-f:.%]+]|[^:@,\\[\\]\\s]+)(?::\\d{1,5})?)*");

    /** The parts of a URL whose scheme is one of some; empty for other schemes. Errors with ALK-1030 if it is malformed. */
    public static Optional<ServerUrl> parse(String url, String... schemes) {
        for (String scheme : schemes) {
            if (url.regionMatches(true, 0, scheme + ":", 0, scheme.length() + 1)) {
                return Optional.of(parse(url));
            }
        }
        return Optional.empty();
    }

    private static ServerUrl parse(String url) {
        Matcher form = FORM.matcher(url);
        if (!form.matches()) {
            throw malformed(url, "it is not of the form scheme://user:password@host:port/database");
        }
        String authority = form.group("authority");
        int at = authority.lastIndexOf('@');
        String hosts = authority.substring(at + 1);
        if (!HOSTS.matcher(hosts).matches()) {
            throw malformed(url, "'" + hosts + "' is no host");
        }
        String userInfo = at < 0 ? "" : authority.substring(0, at);
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        return new ServerUrl(
                user.isEmpty() ? null : decode(url, user),
                colon < 0 ? null : decode(url, userInfo.substring(colon + 1)),
                hosts,
                form.group("database") == null ? "" : decode(url, form.group("database")),
                form.group("parameters") == null ? "" : form.group("parameters"));
    }

    /** A plus is a plus here, not a blank as in forms. */
    private static String decode(String url, String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed(url, "a '%' in it begins no percent-encoding");
        }
    }

    /** The password may stand anywhere between the scheme and the last at sign, so nothing of that is shown. */
    private static AlkahestArgumentException malformed(String url, String problem) {
        String shown = url.replaceFirst("(?s)//.*@", "//…@");
        boolean secret = !shown.equals(url) && problem.startsWith("'");
        return new AlkahestArgumentException(
                "ALK-1030",
                "Cannot read the URL '" + shown + "': " + (secret ? "what follows the at sign is no host" : problem)
                        + ". Percent-encode special characters in user, password and database, for example '@' as %40"
                        + " and '/' as %2F.");
    }

    @Override
    public String toString() {
        return hosts + "/" + database;
    }
}
