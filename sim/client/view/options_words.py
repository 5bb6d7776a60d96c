"""What the window says of options, sound and keys. Whole sentences with named gaps."""

from sim.language.sentences import translatable

OPTIONS, OPTIONS_ABOUT = "Settings", "Language, text, colours, sound, keys. What you choose holds for every game."
ON, OFF = "on", "off"
USUAL, CONTRAST, COLOURS = "Standard", "High contrast", "Colours"
SOUND = "Sound"
SOUND_ABOUT = "Short, quiet tones for what the screen shows as well: nothing is told by sound alone."
SOUND_IS_ON, SOUND_IS_OFF = "Sound is on; {key} turns it off.", "Sound is off; {key} turns it on."
CHOOSE_KEYS, CHOOSE_KEYS_ABOUT = "Keys", "Every key, and another one if you like."
KEYS_SAY = (
    "Choose a line, then press the key that it is to have. Tab, the arrows, Enter, Esc and 1 to 9 stay as they are."
)
PRESS_A_KEY = "press a key, or Esc"
KEY_TAKEN = "{key} is taken: {what}. Choose another key, or first give that one up."
KEY_CHOSEN = "Chosen: {what}."
KEYS_RESET = "All keys are as they came."
RESET, RESET_WHY = "As they came", "no key has been changed"

translatable(__name__)
