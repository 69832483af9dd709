package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.web.admin.PartsDocument.PartDocument;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** How the parts are, as the console shows it: what {@code GET /api/fleet/parts} tells. */
@Named("parts")
@RequestScoped
public class PartsPage {

    @Inject
    PartsResource parts;

    private List<PartDocument> all;

    public List<PartDocument> getAll() {
        if (all == null) {
            all = parts.parts().parts();
        }
        return all;
    }
}
