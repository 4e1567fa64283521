package school;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Course {
    @Id
    Integer id;

    @ManyToMany(mappedBy = "courses")
    Set<Student> students = new HashSet<>();
}
