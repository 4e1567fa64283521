package org.alkahest.orm.lazy;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.alkahest.orm.mapping.Lazy;
import org.alkahest.orm.mapping.Ref;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "novels")
class Novel {
    @Id
    @Nullable
    Integer id;

    @Basic(fetch = FetchType.LAZY)
    @Column(length = 2000, nullable = false)
    Lazy<String> summary = Lazy.of("");

    @Version
    int version;

    @Column(length = 80)
    String title = "";

    @ManyToOne
    Ref<Writer> writer = Ref.none();

    protected Novel() {}

    Novel(String title, String summary) {
        this.title = title;
        this.summary = Lazy.of(summary);
    }
}
