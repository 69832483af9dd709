package dev.elasticrecognition.web.admin;

import dev.elasticrecognition.domain.audit.AuditTrail;
import dev.elasticrecognition.web.admin.AuditDocument.EntryDocument;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** What operators did last, as the console shows it. */
@Named("audit")
@RequestScoped
public class AuditPage {

    private static final int SHOWN = 20;

    @Inject
    AuditTrail auditTrail;

    private List<EntryDocument> entries;

    /** Newest first. */
    public List<EntryDocument> getEntries() {
        if (entries == null) {
            entries = auditTrail.page(Optional.empty(), SHOWN).entries().stream()
                    .map(EntryDocument::of)
                    .toList();
        }
        return entries;
    }
}
