"""Did the seats understand each other: what they and their advisers said would happen, scored against what did."""
