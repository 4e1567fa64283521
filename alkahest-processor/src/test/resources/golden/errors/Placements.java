import jakarta.persistence.*;
import java.util.*;
import org.alkahest.orm.mapping.Ref;

class Placements {
    @Entity
    static class Track {
        @Id
        Integer id;

        String title;

        @ManyToOne
        Ref<Album> album;

        @ManyToMany
        List<Album> others;
    }

    @Entity
    static class Album {
        @Id
        Integer id;

        @OneToMany(mappedBy = "album")
        @OrderColumn(name = "place")
        List<Track> noAttribute;

        @OneToMany(mappedBy = "album")
        @OrderColumn(name = "title")
        List<Track> noNumber;

        @OneToMany(mappedBy = "album")
        @OrderColumn
        Set<Track> ofASet;

        @ManyToMany(mappedBy = "others")
        @OrderColumn
        List<Track> otherSide;

        @ManyToMany
        @OrderColumn(columnDefinition = "int8")
        @OrderBy("title")
        List<Track> two;

        @OneToMany(mappedBy = "album")
        Map<String, Track> unsaid;

        @OneToMany(mappedBy = "album")
        @MapKey(name = "name")
        Map<String, Track> noKey;

        @OneToMany(mappedBy = "album")
        @MapKey(name = "title")
        Map<Integer, Track> wrongType;

        @OneToMany(mappedBy = "album")
        @MapKey(name = "title")
        List<Track> noMap;

        @OneToMany(mappedBy = "album")
        @MapKeyColumn(name = "code")
        Map<String, Track> noColumn;

        @ManyToMany
        @MapKey(name = "title")
        @MapKeyColumn
        Map<String, Track> both;

        @ManyToMany
        @MapKeyColumn
        Map<List<String>, Track> noType;

        @ManyToMany
        @MapKeyColumn
        @MapKeyEnumerated
        Map<String, Track> enumerated;

        @ManyToMany
        @OrderColumn(name = "same_name_id")
        List<Track> sameName;

        @SuppressWarnings("rawtypes")
        @OneToMany(mappedBy = "album")
        @MapKey
        Map raw;
    }
}
