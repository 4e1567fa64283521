package school;

import jakarta.persistence.*;
import java.util.*;

@Entity
class School {
    @Id
    @Column(length = 12)
    String code;

    @OneToMany(mappedBy = "school")
    @OrderBy("id")
    List<Student> students = new ArrayList<>();
}
