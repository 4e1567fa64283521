package lazies;

import java.util.List;

public class Layout {
    public List<String> columns;
}
