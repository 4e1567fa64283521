package org.alkahest.orm.lazy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.alkahest.orm.mapping.Lazy;
import org.jspecify.annotations.Nullable;

@Entity
class Thesis extends Paper {
    @Nullable
    Lazy<@Nullable String> appendix;

    @Column(length = 80)
    @Nullable
    String school;

    protected Thesis() {}

    Thesis(String title, String text, String appendix) {
        super(title, text);
        this.appendix = Lazy.of(appendix);
        this.school = "Lwow";
    }
}
