/// Placeholder of the room while it is empty.
enum DraftDocxRoom {}
