package org.alkahest.dialect.mysql;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.alkahest.dialect.DialectFactory.JdbcUrl;
import org.alkahest.dialect.ServerUrl;

/** The URLs of both drivers, which are written alike. */
final class MysqlUrls {
    private MysqlUrls() {}

    static boolean startsWith(String url, String prefix) {
        return url.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    static JdbcUrl toJdbc(String prefix, ServerUrl url) {
        String database =
                URLEncoder.encode(url.database(), StandardCharsets.UTF_8).replace("+", "%20");
        String parameters = url.parameters().isEmpty() ? "" : "?" + url.parameters();
        return new JdbcUrl(
                prefix + "//" + url.hosts() + "/" + database + parameters, url.user(), url.password(), false);
    }
}
