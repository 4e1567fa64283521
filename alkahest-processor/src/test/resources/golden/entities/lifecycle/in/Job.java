package lifecycle;

import jakarta.persistence.Entity;
import jakarta.persistence.ExcludeSuperclassListeners;
import jakarta.persistence.Id;

@Entity
@ExcludeSuperclassListeners
class Job extends Base<String> {
    @Id
    Integer id;
}
