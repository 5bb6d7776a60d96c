"""The settings: kept whole, and never in the way of a start."""

from pathlib import Path

import pytest

from sim.client.settings import Settings, keep_setting, read_settings
from sim.folders import settings_file

BAD = [
    "", "{", "[]", "null", '{"text": 90}', '{"text": true}', '{"text": "150"}', '{"full": 1}', '{"analyst": "on"}',
    '{"volume": 33}', '{"sound": 1}', '{"keys": {"propose": "k"}}', '{"keys": [["propose"]]}',
    '{"keys": [["propose", 1]]}',
    "[" * 4000, "\x00",
]  # fmt: skip


def test_what_is_kept_is_read_again(own_home: Path) -> None:
    assert read_settings() == (Settings(), "")
    keep_setting("text", 150)
    keep_setting("full", True)
    keep_setting("analyst", True)
    keep_setting("keys", (("propose", "k"), ("hold", "ctrl++")))
    chosen = (("propose", "k"), ("hold", "ctrl++"))
    assert read_settings() == (Settings(150, full=True, analyst=True, keys=chosen), "")
    assert own_home in settings_file().parents
    assert [each.name for each in settings_file().parent.iterdir()] == ["settings.json"], "no spare file is left"


@pytest.mark.parametrize("text", BAD)
def test_a_bad_file_is_passed_over_with_a_word(text: str, own_home: Path) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(text, "utf-8")
    settings, word = read_settings()
    assert settings == Settings()
    assert str(settings_file()) in word
    assert own_home in settings_file().parents


def test_what_cannot_be_decoded_is_passed_over_too(own_home: Path) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_bytes(b"\xff\xfe\x00{")
    assert read_settings()[0] == Settings()
    assert own_home in settings_file().parents
