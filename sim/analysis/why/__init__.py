"""Why a game went as it did: its story, its twin, the futures from each day, what ended it."""
