package dev.elasticrecognition.localcloud.instances;

/** What an instance is given to do. */
public final class UserData {

    private final byte[] bytes;

    private UserData(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The decoded user data; it may be empty. */
    public static UserData of(byte[] bytes) {
        return new UserData(bytes.clone());
    }

    /** Whether it is a script, as cloud-init decides it. */
    boolean isScript() {
        return bytes.length >= 2 && bytes[0] == '#' && bytes[1] == '!';
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
