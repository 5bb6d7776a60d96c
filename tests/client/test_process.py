"""A process that thinks elsewhere goes when the one that started it goes, in the midst of a thought."""

import os
import subprocess
import sys

import pytest

THINKS_ON = (
    "import time; from sim.client.process import serve; "
    "serve(lambda incoming, outgoing: print('thinking', flush=True) or time.sleep(600))"
)
STARTER = f"""
import sys
from sim.client.process import Elsewhere
other = Elsewhere()
other.start((sys.executable, "-c", {THINKS_ON!r}), {{}})
print(other._process.stdout.readline(), flush=True)
sys.stdin.read()
"""
PATIENCE = 60.0  # seconds; it takes about one


@pytest.mark.skipif(os.name != "posix", reason="elsewhere the pipe that is closed ends it")
def test_nobody_thinks_on_for_a_window_that_was_killed() -> None:
    pipe = subprocess.PIPE
    starter = subprocess.Popen([sys.executable, "-c", STARTER], stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert starter.stdout
    assert starter.stdout.readline() == "thinking\n"
    starter.kill()
    starter.communicate(timeout=PATIENCE)  # until nobody holds the errors' pipe any more: neither of the two
