package dev.elasticrecognition.domain.scaling;

/** Says which setting makes no sense, and what would. */
public final class InvalidSetting extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String setting;

    /**
     * @param setting its name
     * @param rule what it must be, as in "must be 0 or more"
     */
    public InvalidSetting(String setting, String rule) {
        super("%s %s".formatted(setting, rule));
        this.setting = setting;
    }

    public String setting() {
        return setting;
    }
}
