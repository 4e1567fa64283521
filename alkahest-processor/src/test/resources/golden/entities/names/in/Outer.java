package names;

import jakarta.persistence.*;
import org.alkahest.orm.mapping.Ref;

/** Names that generated code uses itself, and names that SQL does. */
public class Outer {
    @Entity
    public static class Mapping {
        @Id
        Integer id;

        String name;
        String alias;
        String column;
        String as;
        Column kind;

        @ManyToOne
        Ref<HTTPServer> server;

        String serverId;

        public enum Column {
            A
        }
    }

    @Entity(name = "Host")
    @Deprecated
    static class HTTPServer {
        @Id
        @jakarta.persistence.Column(name = "select")
        Integer id;

        @Deprecated
        String URLPath;

        String addressLine1;
    }
}
